/// An attributing word or phrase in its sentence.
struct AttributionCue {
    var tokens: TokenRange
    var traits: AttributionTraits
    var row: RowReference

    var isGerund: Bool { traits.contains(.gerund) }
    var isPast: Bool { !traits.isDisjoint(with: .pastForms) }
    /// Whether the form can be nothing but an infinitive or a plural's present.
    var isBareBase: Bool { traits.contains(.base) && !isPast }
    var isVerb: Bool { !traits.isDisjoint(with: .verb) }
    /// Whether it may tell that somebody spoke.
    var mayTell: Bool { isPast && traits.contains(.quote) }
}

extension AttributionTraits {
    /// The complements one of which a verb must take for one to begin with a part that ends no clause: `complement(from:of:)` finds none for others. For those
    /// who are told something, anything may follow.
    static func taking(_ part: ClausePart) -> AttributionTraits {
        switch part {
        case .that, .question: [.hearer, .clause, .object, .noun, .adjective]
        case .to: [.hearer, .infinitive]
        case .subject: [.hearer, .clause, .object]
        case .object: [.hearer, .object, .role]
        case .be, .have, .modal: [.hearer, .always, .clause]
        case .relative, .do, .hyphen: .hearer
        default: [.hearer, .always, .clause, .object, .role]
        }
    }
}

/// What a cue attributes to whom. It is handed on by many rules, so it is small: bounds have half the width, and what is empty is absent.
struct Attribution {
    enum Source {
        case row(RowReference), label, colon
    }

    private let bounds: (cue: Bounds, speaker: Bounds, content: Bounds, rest: Bounds)
    let source: Source
    /// Whether it tells that somebody spoke, so that it is worth a mark in the words of another; "I think" there is the speaker's own manner.
    let isTold: Bool
    let isAdjunct: Bool

    private struct Bounds {
        let lower: Int32
        let upper: Int32

        init(_ range: TokenRange) { (lower, upper) = (Int32(truncatingIfNeeded: range.lowerBound), Int32(truncatingIfNeeded: range.upperBound)) }

        var range: TokenRange { Int(lower)..<Int(upper) }
        var some: TokenRange? { lower < upper ? range : nil }
    }

    init(
        cue: TokenRange?, speaker: TokenRange?, content: TokenRange, rest: TokenRange? = nil, source: Source, isTold: Bool = false,
        isAdjunct: Bool = false
    ) {
        bounds = (Bounds(cue ?? 0..<0), Bounds(speaker ?? 0..<0), Bounds(content), Bounds(rest ?? 0..<0))
        (self.source, self.isTold, self.isAdjunct) = (source, isTold, isAdjunct)
    }

    var cue: TokenRange? { bounds.cue.some }
    var speaker: TokenRange? { bounds.speaker.some }
    var content: TokenRange { bounds.content.range }
    /// The part of a quotation that follows its cue ("…," he said, "…").
    var rest: TokenRange? { bounds.rest.some }

    var evidence: Evidence {
        switch source {
        case .row(let row): .row(row)
        case .label: .rule("speaker-label")
        case .colon: .rule("colon")
        }
    }
}

/// The grammatical subject of a cue.
struct CueSubject {
    var tokens: TokenRange?
    /// Where the subject, or without one the cue with its auxiliaries, begins.
    var start: Int
    var isPassive = false
    /// Whether the cue is an infinitive: its subject is another verb's.
    var isInfinitive = false
    /// Whether the cue stands in a relative clause between commas.
    var isInsertion = false
    /// Whether a comma or closing quotation mark stands where the subject would: the speaker may follow.
    var isInvertible = false
}

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
}

/// What a cue attributes to whom.
struct Attribution {
    /// Empty for a colon-less continuation of a quotation.
    var cue: TokenRange?
    var speaker: TokenRange?
    var content: TokenRange
    /// The part of a quotation that follows its cue ("…," he said, "…").
    var rest: TokenRange?
    var evidence: Evidence
    /// Whether it tells that somebody spoke, so that it is worth a mark in the words of another; "I think" there is the speaker's own manner.
    var isTold = false
    var isAdjunct = false
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

public import Gazette

/// How marks are made comparable.
public struct ComparisonOptions: Sendable, Hashable {
    /// The layers to compare; of these only those that gold has.
    public var layers = LayerSet.all
    public var labels = LabelMap()
    /// Gold entities that belong to other layers.
    public var moves: [LabelMove] = []
    /// Whether entities are compared without a leading article and a trailing possessive.
    public var bareNames = false
    /// Groups of gold whose texts are left out.
    public var omittedGroups: Set<String> = []
    /// Whether gold leaves clitics on their words (`don't`), so that predicted ones are joined before tokens are compared.
    public var joinsClitics = false

    public init() {}
}

/// Gold and predictions, text by text, ready to be scored.
public struct Comparison: Sendable {
    public let texts: [ComparedText]
    /// What readers of the scores must know: unmapped labels, repeated marks.
    public private(set) var notes: [String] = []

    /// Pairs gold with the predictions of the same id, of which there may be more; where ids do not agree, with those of the same place.
    public init(gold: [MarkedText], predicted: [MarkedText], options: ComparisonOptions = ComparisonOptions()) throws(GoldError) {
        var (repeatedGold, repeatedPredicted) = (0, 0)
        var (unmappedGold, unmappedPredicted): ([String: Int], [String: Int]) = ([:], [:])
        let pairs = zip(gold, try Self.partners(of: gold, in: predicted)).filter { !$0.0.groups.contains { options.omittedGroups.contains($0) } }
        texts = pairs.map { gold, predicted in
            var (gold, predicted) = (gold, predicted)
            for move in options.moves { move.apply(to: &gold) }
            if options.layers.contains(.numbers) { gold.numberView?.apply(gold: &gold, predicted: &predicted) }
            gold.prepare(options, unmapped: &unmappedGold)
            predicted.prepare(options, unmapped: &unmappedPredicted)
            if gold.isDateCase { DateCase.fit(&gold, &predicted) }
            predicted.narrow(to: gold)
            if options.joinsClitics { predicted.joinClitics() }
            repeatedGold += gold.sortMarks()
            repeatedPredicted += predicted.sortMarks()
            return ComparedText(gold: gold, predicted: predicted)
        }
        note(unmappedGold, "gold")
        note(unmappedPredicted, "predictions")
        for (count, side) in [(repeatedGold, "gold"), (repeatedPredicted, "predictions")] where count > 0 {
            notes.append("\(side): \(count) marks of the same span and label stand twice and count once")
        }
    }

    private mutating func note(_ unmapped: [String: Int], _ side: String) {
        if unmapped.isEmpty { return }
        let labels = unmapped.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { "\($0.key) (\($0.value))" }
        notes.append("\(side): no rule maps \(labels.joined(separator: ", ")); they keep their labels")
    }

    private static func partners(of gold: [MarkedText], in predicted: [MarkedText]) throws(GoldError) -> [MarkedText] {
        let byID = Dictionary(predicted.map { ($0.id, $0) }) { first, _ in first }
        let matchesIDs = byID.count == predicted.count && gold.allSatisfy { byID[$0.id] != nil }
        guard matchesIDs || gold.count == predicted.count else {
            throw GoldError("predictions", "\(predicted.count) texts for \(gold.count) of gold, and not all of gold's ids among them")
        }
        var partners: [MarkedText] = []
        for (index, text) in gold.enumerated() {
            let partner = matchesIDs ? byID[text.id] ?? predicted[index] : predicted[index]
            if let problem = text.difference(from: partner) { throw GoldError(text.id, problem) }
            partners.append(partner)
        }
        return partners
    }
}

extension MarkedText {
    /// The first place where another text differs, in words.
    fileprivate func difference(from other: MarkedText) -> String? {
        if text == other.text { return nil }
        let left = String(decoding: text, as: UTF8.self).unicodeScalars
        let right = String(decoding: other.text, as: UTF8.self).unicodeScalars
        let same = zip(left, right).prefix { $0 == $1 }.count
        func excerpt(_ scalars: String.UnicodeScalarView) -> String { String(String.UnicodeScalarView(scalars.dropFirst(same).prefix(20))) }
        return "gold and prediction differ in their text from character \(same) on: gold has '\(excerpt(left))', the prediction '\(excerpt(right))'"
    }

    fileprivate mutating func prepare(_ options: ComparisonOptions, unmapped: inout [String: Int]) {
        for layer in layers.keys where !options.layers.contains(layer) && layer != .sentences { layers[layer] = nil }
        guard var entities = layers[.entities] else { return }
        entities = options.labels.apply(to: entities, unmapped: &unmapped)
        if options.bareNames { entities = entities.compactMap { BareName(text: text).bare($0) } }
        layers[.entities] = entities
    }

    /// Leaves out the predictions of which gold does not speak.
    fileprivate mutating func narrow(to gold: MarkedText) {
        layers[.stance] = layers[.stance].map { gold.stanceView.project($0) }
        for (layer, labels) in gold.scope where !gold.isDateCase { layers[layer]?.removeAll { !labels.contains($0.label) } }
    }

    fileprivate mutating func joinClitics() {
        guard let tokens = layers[.tokens] else { return }
        var joined: [Mark] = []
        for token in tokens {
            if token.attributes["kind"] == "clitic", let last = joined.last, last.range.end == token.range.start {
                joined[joined.count - 1].range.end = token.range.end
            } else {
                joined.append(token)
            }
        }
        layers[.tokens] = joined
    }
}

/// Strips what guidelines of named entities disagree on: a leading article and a trailing possessive.
struct BareName {
    let text: [UInt8]

    private static let heads = ["the ", "The ", "THE ", "a ", "A ", "an ", "An "].map { Array($0.utf8) }
    private static let tails = ["'s", "\u{2019}s", "'S", "\u{2019}S", "'", "\u{2019}"].map { Array($0.utf8) }

    /// The mark of the bare name; nil where nothing remains.
    func bare(_ mark: Mark) -> Mark? {
        var mark = mark
        if let head = Self.heads.first(where: { text[mark.range.indices].starts(with: $0) }) { mark.range.start += Int32(head.count) }
        if let tail = Self.tails.first(where: { text[mark.range.indices].suffix($0.count).elementsEqual($0) }) { mark.range.end -= Int32(tail.count) }
        return mark.range.isEmpty ? nil : mark
    }
}

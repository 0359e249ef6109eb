import Gazette

/// The words of an image; record 0 stands for unknown ones.
struct Vocabulary {
    var words: [ImageFormat.Word]
    private var index: HashIndex

    init() {
        words = [ImageFormat.Word(head: 0, text: 0, length: 0)]
        index = HashIndex()
    }

    init(of base: Lexicon) {
        words = base.records(.words)
        index = HashIndex(slots: base.records(.slots), count: words.count - 1)
    }

    var slots: [UInt64] { index.slots }

    /// The id of a folded word, new where the vocabulary does not have it.
    mutating func id(of folded: [UInt8], in pool: inout StringPool) -> UInt32 {
        let hash = WordFolder.hash(folded)
        if let known = index.id(hash, where: { isWord($0, folded, pool) }) { return known }
        let id = UInt32(words.count)
        words.append(ImageFormat.Word(head: WordFolder.head(folded), text: pool.append(folded).offset, length: UInt32(folded.count)))
        index.insert(id, hash) { known in
            let word = words[Int(known)]
            return WordFolder.hash(Array(pool.bytes[Int(word.text)..<Int(word.text) + Int(word.length)]))
        }
        return id
    }

    /// Marks the words that are abbreviations with a full stop behind them, which segmentation asks of every word before one.
    mutating func markAbbreviated(in pool: StringPool) {
        let abbreviation = WordClasses([.abbreviation]).bits
        for word in words where word.classes & abbreviation != 0 && word.length > 1 {
            let folded = pool.bytes[Int(word.text)..<Int(word.text) + Int(word.length)]
            guard folded.last == UInt8(ascii: "."), let stem = known(Array(folded.dropLast()), in: pool) else { continue }
            words[Int(stem)].classes |= WordClasses.abbreviated.bits
        }
    }

    private func known(_ folded: [UInt8], in pool: StringPool) -> UInt32? {
        index.id(WordFolder.hash(folded)) { isWord($0, folded, pool) }
    }

    private func isWord(_ id: UInt32, _ folded: [UInt8], _ pool: StringPool) -> Bool {
        let word = words[Int(id)]
        return Int(word.length) == folded.count && pool.matches(folded, at: Int(word.text))
    }
}

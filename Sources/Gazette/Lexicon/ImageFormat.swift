/// The layout of a compiled lexicon: a header, then sections of fixed-size little-endian records, each aligned to 8 bytes.
///
/// The compiler writes it and `LexiconImage` maps it; nothing is parsed in between. Machines of other byte orders are not supported.
package enum ImageFormat {
    package static let magic: [UInt8] = Array("GAZETTE\n".utf8)
    /// Raised with every change of what an image's bytes mean: of this file, or of a list whose places are numbers in an image (`ImageFormatTests`).
    package static let version: UInt32 = 11

    package enum Section: Int, CaseIterable {
        case strings, slots, words, edges, edgeFilter, nodes, readings, entries, cues, values, files, weights, foldPages, folds, digest
        /// The texts of the `source` column, and for every reading the index of its own.
        case sources, readingSources
        case patterns
    }

    /// Magic, version, the lower half of the body's `ContentHash`, the image's size, and an offset and a length in bytes a section.
    package static let headerSize = 8 + 4 + 4 + 8 + Section.allCases.count * 16

    /// A stretch of the strings section.
    package struct Text: BitwiseCopyable {
        package var offset: UInt32
        package var length: UInt32
        package init(offset: UInt32, length: UInt32) { (self.offset, self.length) = (offset, length) }
    }

    /// A vocabulary word. Record 0 stands for unknown words.
    package struct Word: BitwiseCopyable {
        package var classes: UInt64
        /// Its first eight bytes, the first lowest, padded with zeros: most words are told from another by them.
        package var head: UInt64
        package var text: UInt32
        package var firstReading: UInt32
        package var length: UInt32
        package var readingCount: UInt32

        package init(head: UInt64, text: UInt32, length: UInt32) {
            (self.head, self.text, self.length) = (head, text, length)
            (classes, firstReading, readingCount) = (0, 0, 0)
        }
    }

    /// An open-addressing slot: from a node by a word to a node; `target` 0 is an empty slot. The node after a first word is `firstNode` of it.
    package struct Edge: BitwiseCopyable {
        package var node: UInt32
        package var word: UInt32
        package var target: UInt32
        package init(node: UInt32, word: UInt32, target: UInt32) { (self.node, self.word, self.target) = (node, word, target) }
    }

    /// A place in the trie, reached by two or more words.
    package struct Node: BitwiseCopyable {
        package var firstReading: UInt32
        package var readingCount: UInt32
        package init(firstReading: UInt32, readingCount: UInt32) { (self.firstReading, self.readingCount) = (firstReading, readingCount) }
    }

    /// One meaning of one surface.
    package struct Reading: BitwiseCopyable {
        /// `Lexicon.Reading.Kind`.
        package var kind: UInt8
        /// The label, word class or stance category.
        package var detail: UInt8
        package var weight: UInt8
        /// `ReadingFlags`.
        package var flags: UInt8
        /// Index of the entry, the value or the cue.
        package var target: UInt32
        /// The surface's `TokenShape` by word, three bits each, the first lowest; further words match any case.
        package var shapes: UInt64
        package var line: UInt32
        package var file: UInt16
        /// How many words the surface has.
        package var words: UInt16

        package init(
            kind: UInt8, detail: UInt8, weight: UInt8, flags: UInt8, target: UInt32, shapes: UInt64, line: UInt32, file: UInt16, words: UInt16
        ) {
            (self.kind, self.detail, self.weight, self.flags) = (kind, detail, weight, flags)
            (self.target, self.shapes, self.line, self.file, self.words) = (target, shapes, line, file, words)
        }
    }

    package struct Entry: BitwiseCopyable {
        package var id: Text
        package var name: Text
        /// A label that is none of OntoNotes'; empty for others.
        package var label: Text
        package init(id: Text, name: Text, label: Text) { (self.id, self.name, self.label) = (id, name, label) }
    }

    /// A pattern over tokens, as its file writes it, and the reading that it gives.
    package struct Pattern: BitwiseCopyable {
        package var text: Text
        package var reading: UInt32
        package init(text: Text, reading: UInt32) { (self.text, self.reading) = (text, reading) }
    }

    /// A row of the stance lexicon.
    package struct Cue: BitwiseCopyable {
        package var lemma: Text
        package var category: UInt8
        package var partOfSpeech: UInt8
        /// 1, -1 or 0.
        package var polarity: Int8
        /// 1-based index of the uncertainty, 0 for none.
        package var uncertainty: UInt8
        /// `CueFlags`.
        package var flags: UInt16
        package var file: UInt16
        package var line: UInt32

        package init(
            lemma: Text, category: UInt8, partOfSpeech: UInt8, polarity: Int8, uncertainty: UInt8, flags: UInt16, file: UInt16, line: UInt32
        ) {
            (self.lemma, self.category, self.partOfSpeech) = (lemma, category, partOfSpeech)
            (self.polarity, self.uncertainty, self.flags) = (polarity, uncertainty, flags)
            (self.file, self.line) = (file, line)
        }
    }

    /// How a code point folds; see `FoldEntry`.
    package static let foldPageSize = 256
    package static let foldPageCount = 0x110000 / foldPageSize

    /// A folded code point: the first scalar in the low 21 bits, a second ASCII one in the next 7, then two marks.
    package struct FoldEntry: BitwiseCopyable {
        package var bits: UInt32
        package init(bits: UInt32) { self.bits = bits }

        package init(first: UInt32, second: UInt8 = 0, isUpper: Bool = false, isAlphabetic: Bool = false) {
            bits = first | UInt32(second & 0x7F) << 21 | (isUpper ? 1 << 28 : 0) | (isAlphabetic ? 1 << 29 : 0)
        }

        /// The first scalar of an entry whose code point folds to itself.
        package static let itself: UInt32 = 0x1FFFFF

        /// 0 where the code point folds to nothing, as combining marks do.
        package var first: UInt32 { bits & 0x1FFFFF }
        package var second: UInt8 { UInt8(bits >> 21 & 0x7F) }
        package var isUpper: Bool { bits & 1 << 28 != 0 }
        package var isAlphabetic: Bool { bits & 1 << 29 != 0 }
    }

    /// Stands for a surface's first word where an edge asks for a node. It has no record.
    package static func firstNode(_ word: UInt32) -> UInt32 { word | 1 << 31 }

    /// Bits of the edge filter for each edge: one in eight of the bits is set at most, so that seven in eight edges that do not exist need no search.
    package static let filterBits = 8

    /// The bit of an edge in the filter, whose count of bits is a power of two.
    package static func filterBit(node: UInt32, word: UInt32, count: Int) -> Int {
        let key = (UInt64(node) << 32 | UInt64(word)) &* 0x9E37_79B9_7F4A_7C15
        return Int(truncatingIfNeeded: (key ^ key >> 29) >> 8) & (count &- 1)
    }

    /// Where the search for an edge begins.
    package static func edgeSlot(node: UInt32, word: UInt32, mask: Int) -> Int {
        let key = (UInt64(node) << 32 | UInt64(word)) &* 0x9E37_79B9_7F4A_7C15
        return Int(truncatingIfNeeded: key >> 32) & mask
    }
}

/// What a row's flags say.
package struct ReadingFlags: OptionSet, Sendable {
    package let rawValue: UInt8
    package init(rawValue: UInt8) { self.rawValue = rawValue }

    /// Also a common word or name: needs evidence beside it.
    package static let guarded = ReadingFlags(rawValue: 1)
    /// Matches only the case that the surface has.
    package static let exact = ReadingFlags(rawValue: 2)
    /// A user's row of the same surface has taken its place.
    package static let overridden = ReadingFlags(rawValue: 4)
    /// A user's row that no evidence outweighs.
    package static let decisive = ReadingFlags(rawValue: 8)
    /// A user's row that says that its surface is no name.
    package static let negative = ReadingFlags(rawValue: 16)
    /// A decisive row that wins within a longer listed name too.
    package static let always = ReadingFlags(rawValue: 32)
}

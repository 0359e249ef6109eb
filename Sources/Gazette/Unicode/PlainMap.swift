internal import CProcessor

/// Which bytes of a text are ASCII letters, plain, and none of prose, a bit a byte. Reused from text to text.
///
/// Plain text is words of ASCII letters, behind each of which stand a hyphen, or one of `,.:;` or none and spaces or line feeds, and behind these a letter.
/// Prose is all of ASCII but control characters and the stops `.`, `!` and `?`.
///
/// SAFETY: 64 bytes are read at once where as many lie in the text, the last ones from a copy that is filled up with zeros.
struct PlainMap {
    // All have bits for 64 bytes more than the text has, behind which stands nothing.
    private var letters: [UInt64] = [0, 0]
    private var plain: [UInt64] = [0, 0]
    private var others: [UInt64] = [.max, .max]

    /// Replaces the map by another text's.
    mutating func reset(text: [UInt8]) {
        let whole = text.count / 64
        letters.makeRoom(for: whole + 2, 0)
        plain.makeRoom(for: whole + 2, 0)
        others.makeRoom(for: whole + 2, 0)
        var before = Before()
        text.withUnsafeBufferPointer { text in
            guard let start = text.baseAddress else { return }
            for block in 0..<whole { write(start + block &* 64, &before, at: block) }
        }
        var rest = SIMD64<UInt8>()
        for index in 0..<text.count - whole * 64 { rest[index] = text[whole * 64 + index] }
        withUnsafeBytes(of: rest) { rest in
            if let start = rest.baseAddress { write(start.assumingMemoryBound(to: UInt8.self), &before, at: whole) }
        }
        (letters[whole + 1], plain[whole + 1], others[whole + 1]) = (0, 0, .max)
    }

    /// 1 where the byte before is a letter, a mark, a blank.
    private struct Before {
        var letter: UInt64 = 0
        var mark: UInt64 = 0
        var blank: UInt64 = 0
    }

    /// Writes what 64 bytes are.
    @inline(__always)
    private mutating func write(_ bytes: UnsafePointer<UInt8>, _ before: inout Before, at block: Int) {
        let (letters, blanks, marks) = (processor_letters(bytes), processor_blanks(bytes), processor_stops(bytes))
        let (behindLetter, behindMark, behindBlank) = (letters &<< 1 | before.letter, marks &<< 1 | before.mark, blanks &<< 1 | before.blank)
        let hyphens = processor_equal(bytes, UInt8(ascii: "-"))
        before = Before(letter: letters &>> 63, mark: marks &>> 63, blank: blanks &>> 63)
        self.letters[block] = letters
        plain[block] = letters & ~behindMark | blanks & (behindLetter | behindMark | behindBlank) | (marks | hyphens) & behindLetter
        others[block] = processor_no_prose(bytes)
    }

    /// Lends the map to a loop.
    func lend<Result>(_ body: (Lent) -> Result) -> Result {
        letters.withUnsafeBytes { letters in
            plain.withUnsafeBufferPointer { plain in
                others.withUnsafeBufferPointer { body(Lent(letters: letters, plain: plain, others: $0)) }
            }
        }
    }

    /// SAFETY: offsets lie in the text or at its end, so that there are bits for 64 more.
    struct Lent {
        fileprivate let letters: UnsafeRawBufferPointer
        fileprivate let plain: UnsafeBufferPointer<UInt64>
        fileprivate let others: UnsafeBufferPointer<UInt64>

        /// The end of the prose from an offset on, that of the text at most.
        @inline(__always)
        func endOfProse(from start: Int) -> Int {
            var place = start &>> 6
            var marks = others[place] & UInt64.max &<< UInt64(truncatingIfNeeded: start & 63)
            while marks == 0 {
                place &+= 1
                marks = others[place]
            }
            return place &<< 6 &+ marks.trailingZeroBitCount
        }

        /// The letters from an offset on, the first lowest; 57 bits hold at least.
        @inline(__always)
        func letters(from offset: Int) -> UInt64 {
            letters.loadUnaligned(fromByteOffset: offset &>> 3, as: UInt64.self).littleEndian &>> UInt64(truncatingIfNeeded: offset & 7)
        }

        /// Where the plain text from an offset in the text on ends, before a letter; the offset itself where there is none.
        func endOfPlainText(from start: Int) -> Int {
            guard letters(from: start) & 1 != 0 else { return start }
            var place = (start &+ 1) &>> 6
            var others = ~plain[place] & UInt64.max &<< UInt64(truncatingIfNeeded: (start &+ 1) & 63)
            while others == 0 {
                place &+= 1
                others = ~plain[place]
            }
            // A word that others follow is none of it.
            let end = place &<< 6 &+ others.trailingZeroBitCount
            var words = firstLetters(place) & ~(UInt64.max &<< UInt64(truncatingIfNeeded: end & 63))
            while words == 0, place &<< 6 > start {
                place &-= 1
                words = firstLetters(place)
            }
            return max(start, place &<< 6 &+ 63 &- words.leadingZeroBitCount)
        }

        /// The letters that have no other before them, of 64 bytes.
        @inline(__always)
        private func firstLetters(_ place: Int) -> UInt64 {
            let word = letters.load(fromByteOffset: place &<< 3, as: UInt64.self)
            let before = place == 0 ? 0 : letters.load(fromByteOffset: (place &- 1) &<< 3, as: UInt64.self) &>> 63
            return word & ~(word &<< 1 | before)
        }
    }
}

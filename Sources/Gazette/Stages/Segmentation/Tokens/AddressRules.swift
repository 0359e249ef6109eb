extension Tokenizer {
    /// Takes the URL that begins with the word in work, if one does: `https://…`, `www.…`, `bbc.co.uk/news`.
    mutating func takeURL(_ found: FoundWord, _ end: Int) -> Bool {
        let hasScheme = byte(end) == UInt8(ascii: ":") && byte(end + 1) == UInt8(ascii: "/") && byte(end + 2) == UInt8(ascii: "/")
        let isHost = byte(end) == UInt8(ascii: "/") && byte(end + 1).isWordByte && found.marks.contains(.period) && found.shape == .lower
        guard hasScheme || isHost || text.has("www.", at: start) else { return false }
        let stop = endOfURL()
        guard stop > end else { return false }
        note(.address, start, stop)
        take(to: stop, .url)
        return true
    }

    /// Up to white space or a mark that no URL holds (RFC 3986 §2), without the punctuation that closes the sentence or bracket around it.
    private func endOfURL() -> Int {
        var stop = start
        var open = 0
        while stop < text.count, Self.mayBeInURL(text[stop]) {
            if text[stop] == UInt8(ascii: "(") { open += 1 }
            if text[stop] == UInt8(ascii: ")") {
                if open == 0 { break }
                open -= 1
            }
            stop += 1
        }
        while stop > start, Self.closesSentence(text[stop - 1]) { stop -= 1 }
        return stop
    }

    private static func mayBeInURL(_ byte: UInt8) -> Bool {
        switch byte {
        case 0...0x20, 0x7F, UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "["),
            UInt8(ascii: "]"), UInt8(ascii: "\\"), UInt8(ascii: "^"), UInt8(ascii: "`"), UInt8(ascii: "|"), 0x80...:
            return false
        default: return true
        }
    }

    private static func closesSentence(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: ";"), UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: "'"),
            UInt8(ascii: "*"), UInt8(ascii: "("):
            return true
        default: return false
        }
    }

    /// Takes a word with `@`, which is a letter to ICU: a mention, or an e-mail address together with its other parts.
    mutating func takeAt(_ end: Int) {
        let first = start
        let icuEnd = end
        if text[start] == UInt8(ascii: "@"), !isAttached || !endsLocalPart || tokens.last?.kind == .punctuation && tokens.last?.gap != TokenGap.none {
            return take(to: end, end == start + 1 ? .punctuation : .mention)
        }
        while isAttached, endsLocalPart { takeBack() }
        var stop = icuEnd
        while byte(stop) == UInt8(ascii: "-") || byte(stop) == UInt8(ascii: "."), byte(stop + 1).isLetter || byte(stop + 1).isDigit,
            let next = self.end(ofWordAt: stop + 1)
        {
            stop = next
        }
        if start != first || stop != icuEnd { note(.address, start, stop) }
        take(to: stop, .email)
    }

    /// Whether the last token may be part of an address before `@`: letters, digits, full stops, hyphens, plus signs.
    private var endsLocalPart: Bool {
        guard let last = tokens.last, last.kind != .email, last.kind != .mention, last.range.count <= 64 else { return false }
        return text[last.range.indices].allSatisfy {
            $0.isLetter || $0.isDigit || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-") || $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "_")
        }
    }

    /// `Sam3102.doc`, `4gamer.net`: ICU parts a digit from the letters behind a full stop.
    mutating func takeFileName(_ found: FoundWord, _ end: Int) -> Bool {
        guard found.marks.contains(.digit), found.shape != .none, byte(end) == UInt8(ascii: "."), byte(end + 1).isLower,
            let stop = self.end(ofWordAt: end + 1), stop - end <= 6
        else { return false }
        note(.fileName, start, stop)
        take(to: stop, .word)
        return true
    }

    /// `.5` and `.doc` behind white space.
    mutating func takeLeadingPoint() -> Bool {
        guard !isAttached, byte(start + 1).isDigit || byte(start + 1).isLower, let stop = end(ofWordAt: start + 1) else { return false }
        if byte(start + 1).isDigit {
            note(.leadingPoint, start, stop)
            take(to: stop, .number)
            return true
        }
        guard stop - start <= 5, !finder.find(text, start + 1..<stop).marks.contains(.period) else { return false }
        note(.fileName, start, stop)
        take(to: stop, .word)
        return true
    }
}

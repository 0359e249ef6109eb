/// The values of a JSON document: the elements of an array, or values one behind the other. It asks only where a value ends; whether it is
/// well formed is for its reader to say.
struct JSONFramer: RecordFramer {
    private enum Phase { case start, beforeValue, afterValue, scalar, string, container, closed }

    private var phase = Phase.start
    private var isArray = false
    private var isFirst = true
    /// Behind `start`: how far has been looked, and where the value begins.
    private var (searched, valueStart) = (0, 0)
    private var depth = 0
    private var (isInString, isEscaped) = (false, false)

    /// Goes on behind the first values of a document.
    mutating func resume() {
        (phase, isFirst) = (.afterValue, false)
        (searched, valueStart) = (0, 0)
    }

    mutating func next(in buffer: [UInt8], from start: Int, isComplete: Bool) -> Frame? {
        var index = start + searched
        while index < buffer.count {
            if let frame = step(buffer[index], index, start) {
                searched = 0
                return frame
            }
            index += 1
        }
        searched = index - start
        return isComplete ? last(buffer, start) : nil
    }

    /// Looks at one byte; a frame where one ends before or with it.
    private mutating func step(_ byte: UInt8, _ index: Int, _ start: Int) -> Frame? {
        switch phase {
        case .start: return beginDocument(byte, index, start)
        case .closed: if !Self.isSpace(byte) { return Frame(.end("something follows the array"), index..<index) }
        case .afterValue: return separate(byte, index, start)
        case .beforeValue: return beginValue(byte, index, start)
        case .scalar:
            if Self.isSpace(byte) || byte == UInt8(ascii: ",") || byte == UInt8(ascii: "]") { return value(start, end: index) }
        case .string: if endsString(byte) { return value(start, end: index + 1) }
        case .container: if endsContainer(byte) { return value(start, end: index + 1) }
        }
        return nil
    }

    private mutating func beginDocument(_ byte: UInt8, _ index: Int, _ start: Int) -> Frame? {
        if Self.isSpace(byte) || index - start < 3 && byte == byteOrderMark[index - start] { return nil }
        isArray = byte == UInt8(ascii: "[")
        phase = .beforeValue
        return isArray ? nil : beginValue(byte, index, start)
    }

    private mutating func separate(_ byte: UInt8, _ index: Int, _ start: Int) -> Frame? {
        if Self.isSpace(byte) { return nil }
        if !isArray { return beginValue(byte, index, start) }
        switch byte {
        case UInt8(ascii: ","): phase = .beforeValue
        case UInt8(ascii: "]"): return close(index)
        default:
            phase = .beforeValue
            return Frame(.failure("',' or ']' is wanted between the values of the array"), index..<index)
        }
        return nil
    }

    private mutating func beginValue(_ byte: UInt8, _ index: Int, _ start: Int) -> Frame? {
        if Self.isSpace(byte) { return nil }
        if isArray, byte == UInt8(ascii: "]"), isFirst { return close(index) }
        (isFirst, valueStart, depth, isInString, isEscaped) = (false, index - start, 0, false, false)
        switch byte {
        case UInt8(ascii: "{"), UInt8(ascii: "["): (phase, depth) = (.container, 1)
        case UInt8(ascii: "\""): phase = .string
        case UInt8(ascii: ","), UInt8(ascii: "]"), UInt8(ascii: "}"), UInt8(ascii: ":"): return value(start, end: index + 1)
        default: phase = .scalar
        }
        return nil
    }

    private mutating func close(_ index: Int) -> Frame {
        phase = .closed
        return Frame(.nothing, index..<index + 1)
    }

    private mutating func value(_ start: Int, end: Int) -> Frame {
        phase = .afterValue
        return Frame(.record, start + valueStart..<end)
    }

    private mutating func endsString(_ byte: UInt8) -> Bool {
        if isEscaped {
            isEscaped = false
        } else if byte == UInt8(ascii: "\\") {
            isEscaped = true
        } else {
            return byte == UInt8(ascii: "\"")
        }
        return false
    }

    private mutating func endsContainer(_ byte: UInt8) -> Bool {
        if isInString {
            if endsString(byte) { isInString = false }
            return false
        }
        switch byte {
        case UInt8(ascii: "\""): isInString = true
        case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
        case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
        default: break
        }
        return depth == 0
    }

    private mutating func last(_ buffer: [UInt8], _ start: Int) -> Frame? {
        let end = buffer.count
        searched = 0
        switch phase {
        case .closed: return nil
        case .start: return Frame(.end("the file holds no JSON"), end..<end)
        case .scalar, .string, .container: return value(start, end: end)
        case .beforeValue, .afterValue: return isArray ? Frame(.end("the array is not closed"), end..<end) : nil
        }
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 }
}

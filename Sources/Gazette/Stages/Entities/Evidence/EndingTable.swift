/// The endings of names that say of what kind they are: `Nagpur`, `Andersson`, `Infosoft`.
struct EndingTable {
    /// The last three or four letters, the last one lowest, at the first free place from their hash on; 0 where there is none.
    private var keys = [UInt32](repeating: 0, count: places)
    private var endings = [WordEnding](repeating: .other, count: places)
    /// What has been found for the last four letters of words, the last one lowest: names come again and again.
    private var found = [Found](repeating: Found(), count: 1 << Self.foundBits)

    private struct Found: BitwiseCopyable {
        var letters: UInt32 = 0
        var ending = WordEnding.other
    }

    private static let foundBits: UInt32 = 10

    private static let places = 512

    private static let letters: [(WordEnding, String)] = [
        (.settlement, "abad agar pura pore bari gaon ganj garh ille burg ford grad stan town olis wadi alli ster eida lund stad heim dorf ovce ovka"),
        (.settlement, "pur kot ham ton gen ici owo"),
        (.family, "sson enko vich ovic vili escu oglu llah ddin nath reet mann akis idis dze yan ski sky ova sen"),
        (.firm, "tech soft corp bank coin arma edia labs orks ware onic mart news data ecom tics tel tex com gas net pay"),
    ]

    init() {
        for (ending, letters) in Self.letters {
            for letters in letters.split(separator: " ") {
                let key = letters.utf8.reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
                let place = place(of: key)
                (keys[place], endings[place]) = (key, ending)
            }
        }
    }

    /// The ending of a word of five bytes and more; of two that fit the longer.
    @inline(__always)
    mutating func ending(_ range: ByteRange, in text: [UInt8]) -> WordEnding {
        let end = Int(range.end)
        guard range.count > 4 else { return .other }
        let letters = UInt32(text[end - 4]) << 24 | UInt32(text[end - 3]) << 16 | UInt32(text[end - 2]) << 8 | UInt32(text[end - 1])
        let place = Int((letters &* Self.factor) >> (32 - Self.foundBits))
        if found[place].letters != letters { found[place] = Found(letters: letters, ending: look(letters)) }
        return found[place].ending
    }

    @inline(never)
    private func look(_ letters: UInt32) -> WordEnding {
        let small = letters | 0x2020_2020
        let four = place(of: small)
        if keys[four] == small { return endings[four] }
        let three = place(of: small & 0xFF_FFFF)
        return keys[three] == small & 0xFF_FFFF ? endings[three] : WordEnding(letters)
    }

    /// Where a key lies, or the free place where it would.
    private func place(of key: UInt32) -> Int {
        var place = Int((key &* Self.factor) >> 23)
        while keys[place] != 0, keys[place] != key { place = (place + 1) % Self.places }
        return place
    }

    private static let factor: UInt32 = 0x9E37_79B1
}

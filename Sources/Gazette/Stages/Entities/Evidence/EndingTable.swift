/// The endings of names that say of what kind they are: `Nagpur`, `Andersson`, `Infosoft`.
struct EndingTable {
    /// The last three or four letters, the last one lowest, at the first free place from their hash on; 0 where there is none.
    private var keys = [UInt32](repeating: 0, count: places)
    private var endings = [WordEnding](repeating: .other, count: places)

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
    func ending(_ range: ByteRange, in text: [UInt8]) -> WordEnding {
        let end = Int(range.end)
        guard range.count > 4 else { return .other }
        var tail: UInt32 = 0
        for index in end - 4..<end { tail = tail << 8 | UInt32(text[index] | 0x20) }
        let four = place(of: tail)
        if keys[four] == tail { return endings[four] }
        let three = place(of: tail & 0xFF_FFFF)
        return keys[three] == tail & 0xFF_FFFF ? endings[three] : WordEnding(range, in: text)
    }

    /// Where a key lies, or the free place where it would.
    private func place(of key: UInt32) -> Int {
        var place = Int((key &* 0x9E37_79B1) >> 23)
        while keys[place] != 0, keys[place] != key { place = (place + 1) % Self.places }
        return place
    }
}

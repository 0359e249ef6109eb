import Gazette

/// Strings of an image, each of those it has been given by `add` kept once.
struct StringPool {
    private(set) var bytes: [UInt8]
    private var places: [ImageFormat.Text] = [ImageFormat.Text(offset: 0, length: 0)]
    private var index = HashIndex()

    /// Offset 0 belongs to the empty string alone.
    init(_ bytes: [UInt8] = [0]) { self.bytes = bytes }

    /// Appends bytes that nobody will ask for again.
    mutating func append(_ text: [UInt8]) -> ImageFormat.Text {
        let place = ImageFormat.Text(offset: UInt32(bytes.count), length: UInt32(text.count))
        bytes += text
        return place
    }

    mutating func add(_ text: String) -> ImageFormat.Text {
        let text = Array(text.utf8)
        if text.isEmpty { return places[0] }
        let hash = WordFolder.hash(text)
        let known = index.id(hash) { id in
            let place = places[Int(id)]
            return Int(place.length) == text.count && matches(text, at: Int(place.offset))
        }
        if let known { return places[Int(known)] }
        let place = append(text)
        places.append(place)
        index.insert(UInt32(places.count - 1), hash) { id in
            let place = places[Int(id)]
            return WordFolder.hash(Array(bytes[Int(place.offset)..<Int(place.offset + place.length)]))
        }
        return place
    }

    func matches(_ text: [UInt8], at offset: Int) -> Bool {
        for index in text.indices where bytes[offset + index] != text[index] { return false }
        return true
    }

    func text(_ place: ImageFormat.Text) -> String { String(decoding: bytes[Int(place.offset)..<Int(place.offset + place.length)], as: UTF8.self) }
}

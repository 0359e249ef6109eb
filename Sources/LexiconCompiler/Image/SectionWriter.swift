import Gazette

/// Writes sections one after the other and the header in front of them.
struct SectionWriter {
    private var body: [UInt8] = []
    private var places = [Range<Int>](repeating: 0..<0, count: ImageFormat.Section.allCases.count)

    mutating func write<Record: BitwiseCopyable>(_ section: ImageFormat.Section, _ records: [Record]) {
        let start = body.count
        // SAFETY: the records are bitwise copyable and the buffer covers whole strides; padding bytes are zero only where the record has none,
        // so every record of `ImageFormat` is laid out without any.
        records.withUnsafeBytes { body.append(contentsOf: $0) }
        places[section.rawValue] = start..<body.count
        while body.count % 8 != 0 { body.append(0) }
    }

    func image() -> [UInt8] {
        let header = (ImageFormat.headerSize + 7) / 8 * 8
        var image = ImageFormat.magic
        var hash = ContentHash()
        hash.add(body)
        append(UInt64(ImageFormat.version) | hash.value << 32, to: &image)
        append(UInt64(header + body.count), to: &image)
        for place in places {
            append(UInt64(header + place.lowerBound), to: &image)
            append(UInt64(place.count), to: &image)
        }
        while image.count < header { image.append(0) }
        return image + body
    }

    private func append(_ number: UInt64, to image: inout [UInt8]) {
        for shift in stride(from: UInt64(0), to: 64, by: 8) { image.append(UInt8(truncatingIfNeeded: number >> shift)) }
    }
}

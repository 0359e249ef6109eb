import Foundation

/// What is fed: the name in $GAZETTE_FUZZ.
enum Target: String {
    case json, csv, tsv, patterns, names, conll, brat, annotate

    static let chosen = ProcessInfo.processInfo.environment["GAZETTE_FUZZ"].flatMap(Target.init) ?? .annotate

    func feed(_ bytes: [UInt8]) {
        switch self {
        case .json: Readers.json(bytes)
        case .csv: Readers.rows(bytes)
        case .tsv: Readers.lexicon(bytes)
        case .patterns: Readers.user(bytes, .patterns)
        case .names: Readers.user(bytes, .user)
        case .conll: Readers.columns(bytes)
        case .brat: Readers.brat(bytes)
        case .annotate: Pipeline.annotate(bytes)
        }
    }
}

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    Target.chosen.feed(Array(UnsafeBufferPointer(start: start, count: count)))
    return 0
}

import Gazette

/// A text with the features of its spans and what gold says of them.
struct FittingText: Sendable {
    /// Spans that touch each other in a chain: what is chosen of them does not depend on any other.
    struct Region: Sendable {
        /// The first token.
        var start: Int
        var tokenCount: Int
        /// By end, then start.
        var samples: [EvidenceSample]
        /// By sample the groups that gold allows; nil where it says that the span is no name.
        var gold: [GroupMask?]
    }

    let regions: [Region]

    init(_ gold: MarkedText, _ sampler: inout EvidenceSampler, hasPeoples: Bool) {
        var document = Document()
        document.reset(text: gold.text, date: gold.date)
        let samples = sampler.samples(&document)
        var masks: [ByteRange: GroupMask] = [:]
        let bareName = BareName(text: gold.text)
        for mark in gold.layers[.entities] ?? [] {
            guard let mask = GroupMask(label: mark.label, hasPeoples: hasPeoples), let bare = bareName.bare(mark) else { continue }
            masks[bare.range] = mask
        }
        regions = Self.regions(samples, masks, document)
    }

    private static func regions(_ samples: [EvidenceSample], _ masks: [ByteRange: GroupMask], _ document: Document) -> [Region] {
        var regions: [Region] = []
        for sample in samples {
            let mask = masks[document.byteRange(of: sample.tokens)]
            var region = Region(start: sample.tokens.lowerBound, tokenCount: sample.tokens.count, samples: [sample], gold: [mask])
            while let last = regions.last, last.start + last.tokenCount > region.start {
                regions.removeLast()
                region = merged(last, region)
            }
            regions.append(region)
        }
        return regions
    }

    private static func merged(_ left: Region, _ right: Region) -> Region {
        let start = min(left.start, right.start)
        let end = max(left.start + left.tokenCount, right.start + right.tokenCount)
        return Region(start: start, tokenCount: end - start, samples: left.samples + right.samples, gold: left.gold + right.gold)
    }
}

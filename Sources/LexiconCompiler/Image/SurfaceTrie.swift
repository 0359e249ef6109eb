import Gazette

/// The paths of surfaces of two and more words.
struct SurfaceTrie {
    private(set) var edges: [ImageFormat.Edge]
    private var edgeCount: Int
    /// Node 0 is none.
    private(set) var nodes: [ImageFormat.Node]

    init() {
        edges = [ImageFormat.Edge](repeating: Self.empty, count: 2)
        edgeCount = 0
        nodes = [ImageFormat.Node(firstReading: 0, readingCount: 0)]
    }

    init(of base: Lexicon) {
        edges = base.records(.edges)
        edgeCount = edges.reduce(0) { $0 + ($1.target == 0 ? 0 : 1) }
        nodes = base.records(.nodes)
    }

    private static let empty = ImageFormat.Edge(node: 0, word: 0, target: 0)

    private mutating func makeNode() -> UInt32 {
        nodes.append(ImageFormat.Node(firstReading: 0, readingCount: 0))
        return UInt32(nodes.count - 1)
    }

    /// The node that a word leads to, made where it is missing.
    mutating func node(from node: UInt32, by word: UInt32) -> UInt32 {
        let slot = slot(node, word)
        if edges[slot].target != 0 { return edges[slot].target }
        let target = makeNode()
        edges[slot] = ImageFormat.Edge(node: node, word: word, target: target)
        edgeCount += 1
        if edgeCount * 2 > edges.count { grow() }
        return target
    }

    /// Where the edge is, or the empty slot where it would be.
    private func slot(_ node: UInt32, _ word: UInt32) -> Int {
        var slot = ImageFormat.edgeSlot(node: node, word: word, mask: edges.count - 1)
        while edges[slot].target != 0, edges[slot].node != node || edges[slot].word != word { slot = (slot + 1) & (edges.count - 1) }
        return slot
    }

    private mutating func grow() {
        let old = edges
        edges = [ImageFormat.Edge](repeating: Self.empty, count: old.count * 2)
        for edge in old where edge.target != 0 { edges[slot(edge.node, edge.word)] = edge }
    }

    /// A bit for every edge, at a place that its hash tells.
    var filter: [UInt64] {
        var count = 2
        while count < edgeCount * ImageFormat.filterBits / 64 { count *= 2 }
        var filter = [UInt64](repeating: 0, count: count)
        for edge in edges where edge.target != 0 {
            let bit = ImageFormat.filterBit(node: edge.node, word: edge.word, count: count * 64)
            filter[bit >> 6] |= 1 << UInt64(bit & 63)
        }
        return filter
    }

    /// Says where the readings of each node lie.
    mutating func place(_ ranges: [Range<Int>]) {
        for (index, range) in ranges.enumerated() {
            nodes[index] = ImageFormat.Node(firstReading: UInt32(range.lowerBound), readingCount: UInt32(range.count))
        }
    }
}

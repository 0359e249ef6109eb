/// Goes through a document's surfaces beside its tokens, so that none has to be searched for.
struct SurfaceCursor {
    private var next = 0

    /// The surfaces that begin at a token, shortest first, as indices. Tokens are asked for in ascending order.
    @inline(__always)
    mutating func surfaces(at token: Int, of surfaces: [Surface]) -> Range<Int> {
        while next < surfaces.count, surfaces[next].start < token { next += 1 }
        var end = next
        while end < surfaces.count, surfaces[end].start == token { end += 1 }
        return next..<end
    }
}

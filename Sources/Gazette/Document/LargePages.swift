#if canImport(Glibc)
    import Glibc
#endif

/// Memory that is read here and there: on Linux in pages of two megabytes where the system has them, so that reading it needs no walk of the page table.
///
/// SAFETY: the memory belongs to this object and is given back with it.
final class LargePages {
    private static let pageSize = 2 << 20

    let start: UnsafeMutableRawPointer

    /// The memory is not initialised.
    init(byteCount: Int) {
        start = .allocate(byteCount: byteCount, alignment: Self.pageSize)
        #if canImport(Glibc)
            _ = madvise(start, byteCount, MADV_HUGEPAGE)
        #endif
    }

    deinit { start.deallocate() }
}

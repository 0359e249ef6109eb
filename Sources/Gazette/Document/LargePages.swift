#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Memory that is read here and there, zero at first: on Linux in pages of two megabytes where the system has them, so that reading it needs no walk of
/// the page table.
///
/// SAFETY: the mapping belongs to this object and is given back with it; `start` lies in it with `byteCount` bytes behind.
final class LargePages {
    private static let pageSize = 2 << 20

    let start: UnsafeMutableRawPointer
    private let mapping: UnsafeMutableRawBufferPointer

    /// Memory that cannot be had stops the program, as it does everywhere else.
    init(byteCount: Int) {
        let size = byteCount + Self.pageSize
        guard let base = mmap(nil, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANON, -1, 0), base != MAP_FAILED else {
            preconditionFailure("out of memory")
        }
        mapping = UnsafeMutableRawBufferPointer(start: base, count: size)
        start = base.alignedUp(toMultipleOf: Self.pageSize)
        #if canImport(Glibc)
            _ = madvise(start, byteCount, MADV_HUGEPAGE)
        #endif
    }

    deinit { munmap(mapping.baseAddress, mapping.count) }
}

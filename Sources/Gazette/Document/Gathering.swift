internal import CProcessor

extension Array {
    /// Makes room for so many elements, so that places can be written by index and counted beside: a place that is not wanted is written over, which no
    /// branch has to guess.
    mutating func makeRoom(for count: Int, _ element: Element) {
        if self.count < count { append(contentsOf: repeatElement(element, count: count - self.count)) }
    }

    /// Asks for the memory of an element that will be read soon.
    ///
    /// SAFETY: nothing is read, and a processor passes over places that are none.
    @inline(__always)
    func prepare(_ index: Int) { withUnsafeBufferPointer { elements in processor_prefetch(elements.baseAddress.map { $0 + index }) } }
}

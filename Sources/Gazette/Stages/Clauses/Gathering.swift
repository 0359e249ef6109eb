extension Array {
    /// Makes room for so many elements, so that places can be written by index and counted beside: a place that is not wanted is written over, which no
    /// branch has to guess.
    mutating func makeRoom(for count: Int, _ element: Element) {
        if self.count < count { append(contentsOf: repeatElement(element, count: count - self.count)) }
    }
}

extension RandomAccessCollection where Index == Int {
    /// `partitioningIndex` from an index on near which the place is likely: the steps double, so that it takes the logarithm of the distance.
    func partitioningIndex(from first: Int, where isSecond: (Element) -> Bool) -> Int {
        var (low, step) = (first, 1)
        while low + step <= endIndex, !isSecond(self[low + step - 1]) {
            low += step
            step *= 2
        }
        var high = Swift.min(low + step - 1, endIndex)
        while low < high {
            let middle = low + (high - low) / 2
            if isSecond(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}

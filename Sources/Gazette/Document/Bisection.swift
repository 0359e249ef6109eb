extension RandomAccessCollection where Index == Int {
    /// The first place whose element satisfies a predicate that, in this order, no element does up to there and every one from there on; the end
    /// where none does. In logarithmic time.
    package func partitioningIndex(where isSecond: (Element) -> Bool) -> Int {
        var (low, high) = (startIndex, endIndex)
        while low < high {
            let middle = low + (high - low) / 2
            if isSecond(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }

    /// `partitioningIndex` from an index on near which the place is likely: the steps double, so that it takes the logarithm of the distance.
    func partitioningIndex(from first: Int, where isSecond: (Element) -> Bool) -> Int {
        var (low, step) = (first, 1)
        while low + step <= endIndex, !isSecond(self[low + step - 1]) {
            low += step
            step *= 2
        }
        return self[low..<Swift.min(low + step - 1, endIndex)].partitioningIndex(where: isSecond)
    }
}

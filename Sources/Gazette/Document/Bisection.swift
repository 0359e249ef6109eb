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
}

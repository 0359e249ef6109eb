import Testing

@testable import Gazette

@Suite struct GatheringTests {
    /// The place found in doubling steps is the one found by halving, whatever the place from which the search begins.
    @Test(arguments: [0, 1, 2, 3, 7, 8, 9, 100]) func stepsFindWhatHalvingFinds(count: Int) {
        let numbers = (0..<count).map { $0 / 2 * 3 }
        for wanted in -1...(2 * count + 2) {
            let place = numbers.partitioningIndex { $0 >= wanted }
            for first in 0...place { #expect(numbers.partitioningIndex(from: first) { $0 >= wanted } == place, "\(wanted) from \(first)") }
        }
    }

    @Test func roomIsMadeOnce() {
        var places = [1, 2]
        places.makeRoom(for: 4, 0)
        #expect(places == [1, 2, 0, 0])
        places.makeRoom(for: 3, 0)
        #expect(places == [1, 2, 0, 0])
    }
}

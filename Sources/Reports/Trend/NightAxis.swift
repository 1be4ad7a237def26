import Trends

/// Where each night stands from left to right: one place each, and an empty one where nights are missing.
struct NightAxis {
    /// The place of each night, from 0.
    let places: [Int]
    /// How many places there are; at least 1.
    let width: Int
    /// The nights without a gap between them, as ranges of their numbers.
    let stretches: [Range<Int>]

    /// The axis of some nights.
    ///
    /// - Parameter nights: the nights, oldest first.
    init(_ nights: [TrendOverview.Night]) {
        var places: [Int] = []
        var starts = nights.isEmpty ? [] : [0]
        for (number, night) in nights.enumerated() {
            if night.isAfterGap { starts.append(number) }
            places.append(number + starts.count - 1)
        }
        self.places = places
        width = max(1, (places.last ?? 0) + 1)
        stretches = zip(starts, starts.dropFirst() + [nights.count]).map { $0..<$1 }
    }

    /// The numbers of the nights that stand side by side and have a value, with no other between them.
    ///
    /// - Parameter values: a value for each night.
    /// - Returns: the numbers of nights, in order.
    func runs(of values: [Int?]) -> [[Int]] {
        stretches.flatMap { stretch in
            stretch.split { values[$0] == nil }.map(Array.init)
        }
    }
}

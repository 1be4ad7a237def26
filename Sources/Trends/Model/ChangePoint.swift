/// Where a stretch of nights in one state began, as far as that can be told.
public struct ChangePoint: Sendable, Hashable {
    /// The most probable first night, as a place in the line of nights.
    public let night: Int
    /// How probable it is that the stretch began in just that night, 0 to 1.
    public let probability: Double
    /// The nights between which it began, both included, with at least the certainty of the model: the fewest that are.
    public let range: ClosedRange<Int>

    /// The place from how probable each night is.
    ///
    /// - Parameters:
    ///   - chances: how probable it is that the stretch began in a night, by the night's place; not empty.
    ///   - certainty: how probable it must be that it began within the range, as a part of all chances.
    init?(chances: [Int: Double], certainty: Double) {
        let total = chances.values.reduce(0, +)
        let nights = chances.sorted { $0.key < $1.key }
        guard let likeliest = nights.max(by: { $0.value < $1.value }), total > 0 else { return nil }
        night = likeliest.key
        probability = likeliest.value / total
        range =
            Self.narrowest(nights.map { ($0.key, $0.value / total) }, holding: certainty)
            ?? night...night
    }

    /// The narrowest range of nights whose chances add up to the certainty; of equally narrow ones the likelier.
    private static func narrowest(_ nights: [(night: Int, chance: Double)], holding certainty: Double) -> ClosedRange<
        Int
    >? {
        var best: (range: ClosedRange<Int>, chance: Double)?
        var sum = 0.0
        var first = 0
        for last in nights.indices {
            sum += nights[last].chance
            while sum - nights[first].chance >= certainty {
                sum -= nights[first].chance
                first += 1
            }
            guard sum >= certainty else { continue }
            let range = nights[first].night...nights[last].night
            let isBetter = best.map { (range.count, -sum) < ($0.range.count, -$0.chance) } ?? true
            if isBetter { best = (range, sum) }
        }
        return best?.range
    }
}

/// A stretch of nights in a row in which a case was broken, and after which it was whole again.
///
/// It is told from a flaky case that failed in some nights by chance: three nights at least, and so many in a row would be
/// improbable for a case that fails as often as this one does in its other nights.
public struct FixedStreak: Sendable, Hashable {
    /// The first bad night, as a place in the line of nights.
    public let first: Int
    /// The last bad night.
    public let last: Int
    /// The first judged night after it, which held.
    public let fixed: Int
    /// How many judged nights it has.
    public let length: Int

    /// How many nights in a row are the least that are told as a streak.
    public static let leastLength = 3
    /// How many judged nights in a row must hold after it: one could hold by chance, although the case is still broken.
    public static let leastHolds = 2

    /// The fixed streaks of a line of verdicts, oldest first.
    ///
    /// - Parameters:
    ///   - series: the line.
    ///   - model: what is taken for granted.
    /// - Returns: the streaks; one that began with the first judged night, or goes on, is none.
    public static func streaks(in series: VerdictSeries, model: TrendModel = TrendModel()) -> [FixedStreak] {
        let judged = series.nights.indices.filter { series.nights[$0].outcome != nil }
        let bad = judged.map { series.nights[$0].outcome == .breaks }
        var streaks: [FixedStreak] = []
        var start = 0
        for place in bad.indices where !bad[place] {
            let length = place - start
            let holds = bad[place...].prefix { !$0 }.count
            if start > 0, length >= leastLength, holds >= leastHolds {
                streaks.append(
                    FixedStreak(first: judged[start], last: judged[place - 1], fixed: judged[place], length: length)
                )
            }
            start = place + 1
        }
        // What goes on failing now may be another streak.
        let open = bad.reversed().prefix { $0 }.count
        let closed = judged.dropLast(open).last.map { $0 + 1 } ?? 0
        let rest = VerdictSeries(caseID: series.caseID, nights: series.leavingOut(streaks).nights.prefix(closed))
        return streaks.filter { $0.chance(of: rest, among: judged.count, model: model) < 1 - model.certainty }
    }

    /// How probable it is at most that a case which fails as it does in its other nights has such a streak by chance.
    ///
    /// The chance that so many attempts in a row fail, as the Beta posterior of the other nights predicts it, for each night in
    /// which the streak may have begun.
    private func chance(of rest: VerdictSeries, among nightCount: Int, model: TrendModel) -> Double {
        let tallies = rest.nights.map(\.tally)
        let failures = Double(tallies.reduce(0) { $0 + $1.failures })
        let attempts = Double(tallies.reduce(0) { $0 + $1.failures + $1.passes })
        let (alpha, beta) = (model.working.alpha + failures, model.working.beta + attempts - failures)
        let inARow = (0..<length).reduce(1.0) { chance, before in
            chance * (alpha + Double(before)) / (alpha + beta + Double(before))
        }
        return inARow * Double(nightCount)
    }
}

extension VerdictSeries {
    /// The line as if nobody had judged the nights of some streaks, each night in its place.
    ///
    /// - Parameter streaks: the streaks.
    /// - Returns: the line.
    public func leavingOut(_ streaks: [FixedStreak]) -> VerdictSeries {
        if streaks.isEmpty { return self }
        return VerdictSeries(
            caseID: caseID,
            nights: nights.enumerated().map { place, night in
                guard streaks.contains(where: { ($0.first...$0.last).contains(place) }) else { return night }
                return Night(run: night.run, startedAt: night.startedAt, verdicts: [], context: night.context)
            }
        )
    }
}

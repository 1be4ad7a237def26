/// When each trait of an operation's answers came and went, over the runs that called it.
///
/// What comes and goes by chance is told as gone only when it stays away for longer than it ever did before. A trait that
/// came with the status or the field that carries it is not told beside it.
struct TraitLedger {
    /// What the answers of one run show.
    struct Sight: Hashable {
        /// The traits.
        let traits: Set<AnswerTrait>
        /// The statuses for which nulls and values were looked at.
        let inspected: Set<Int>
    }

    /// A trait that appeared or vanished.
    struct Turn {
        /// The trait.
        let trait: AnswerTrait
        /// Whether it vanished.
        let isGone: Bool
        /// The first run with it, or without it, as a place among the runs.
        let index: Int
    }

    /// The presence of one trait.
    private struct Presence {
        let first: Int
        /// The first run of the present stretch.
        var since: Int
        /// The last run with it; nil while it is there.
        var last: Int?
        /// For how many runs at most it stayed away and then came back.
        var longestGap = 0

        mutating func comeBack(at index: Int, after last: Int) {
            longestGap = max(longestGap, index - last - 1)
            self.last = nil
            since = index
        }
    }

    private var presences: [AnswerTrait: Presence] = [:]
    private var inspections: [Int: Int] = [:]
    private var now: Sight?
    private var count = 0

    /// Takes in the next run.
    ///
    /// - Parameter sight: what its answers show.
    mutating func add(_ sight: Sight) {
        defer { count += 1 }
        guard sight != now else { return }
        for status in sight.inspected where inspections[status] == nil { inspections[status] = count }
        for trait in sight.traits.subtracting(now?.traits ?? []) {
            guard let last = presences[trait]?.last else {
                presences[trait] = Presence(first: count, since: count)
                continue
            }
            presences[trait]?.comeBack(at: count, after: last)
        }
        for trait in (now?.traits ?? []).subtracting(sight.traits) { presences[trait]?.last = count - 1 }
        now = sight
    }

    /// Takes in that the next run shows the same as the one before.
    mutating func repeatLast() {
        count += 1
    }

    /// What appeared after the first runs, and what vanished, each trait once.
    var turns: [Turn] {
        presences.compactMap { trait, presence in
            if let last = presence.last { return gone(trait, presence, last: last) }
            guard let known = knownSince(trait), presence.first > known else { return nil }
            return Turn(trait: trait, isGone: false, index: presence.first)
        }.sorted { ($0.index, $0.trait) < ($1.index, $1.trait) }
    }

    /// That a trait has vanished; nil when it may come again, or what carried it is away, too.
    private func gone(_ trait: AnswerTrait, _ presence: Presence, last: Int) -> Turn? {
        let carriers = trait.carriers.filter { presences[$0] != nil }
        guard carriers.allSatisfy({ presences[$0]?.last == nil }), count - 1 - last > presence.longestGap else {
            return nil
        }
        let isInspected = [.status, .field].contains(trait.kind) || now?.inspected.contains(trait.status) == true
        guard isInspected else { return nil }
        let since = carriers.compactMap { presences[$0]?.since }.max() ?? 0
        return Turn(trait: trait, isGone: true, index: max(last + 1, since))
    }

    /// The first run that would have shown a trait; nil when there is none.
    private func knownSince(_ trait: AnswerTrait) -> Int? {
        let carriers = trait.carriers.compactMap { presences[$0]?.first }
        switch trait.kind {
        case .status: return 0
        case .field: return carriers.max()
        case .null, .word: return inspections[trait.status].map { max($0, carriers.max() ?? 0) }
        }
    }
}

extension AnswerTrait {
    /// The status that a field came with, and the field, or its array, that a null or a value is in.
    fileprivate var carriers: [AnswerTrait] {
        switch kind {
        case .status: []
        case .field: [AnswerTrait(.status, status: status)]
        case .null, .word:
            [
                AnswerTrait(.status, status: status),
                AnswerTrait(.field, status: status, place: place.hasSuffix("/*") ? String(place.dropLast(2)) : place),
            ]
        }
    }
}

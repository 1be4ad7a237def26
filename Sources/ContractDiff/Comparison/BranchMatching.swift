/// Which branches of two lists of alternatives are the same, perhaps changed.
struct BranchMatching {
    /// The places of branches that are the same: in the old list, and in the new one.
    ///
    /// A branch that was split stands in several pairs, as does one that several were merged into.
    private(set) var pairs: [(old: Int, new: Int)] = []
    /// The places of old branches that are gone.
    private(set) var removed: [Int]
    /// The places of new branches.
    private(set) var added: [Int]

    /// The most pairs of branches whose likeness is weighed.
    private static let weighingLimit = 100_000

    /// Matches branches: by label, then by what they say, then by likeness; one that is left on either side is the same.
    ///
    /// Branches that are meant by different values of a property are never the same.
    init(old: [BranchLabel], new: [BranchLabel]) {
        removed = Array(old.indices)
        added = Array(new.indices)
        matchByLabel(old, new)
        match { old[$0].value == new[$1].value && !old[$0].excludes(new[$1]) }
        matchByLikeness(old, new)
        if removed.count == 1, added.count == 1 { match { !old[$0].excludes(new[$1]) } }
        matchSplitAndMerged(old, new)
        pairs.sort { $0 < $1 }
    }

    private mutating func matchByLabel(_ old: [BranchLabel], _ new: [BranchLabel]) {
        let places = Dictionary(new.enumerated().map { ($1.text, $0) }) { first, _ in first }
        for place in removed {
            if let other = places[old[place].text], !old[place].excludes(new[other]) { pair(place, other) }
        }
    }

    /// Pairs each branch that is left with the first on the other side that is the same.
    private mutating func match(_ isSame: (_ old: Int, _ new: Int) -> Bool) {
        guard removed.count * added.count <= Self.weighingLimit else { return }
        for place in removed {
            if let other = added.first(where: { isSame(place, $0) }) { pair(place, other) }
        }
    }

    /// Pairs the branches that are most alike, while more than half of them is the same.
    private mutating func matchByLikeness(_ old: [BranchLabel], _ new: [BranchLabel]) {
        guard removed.count * added.count <= Self.weighingLimit else { return }
        var weighed: [(likeness: Double, names: [String], old: Int, new: Int)] = []
        for place in removed {
            for other in added {
                let likeness = old[place].likeness(to: new[other])
                guard likeness > 0.5 else { continue }
                weighed.append((likeness, [old[place].text, new[other].text].sorted(), place, other))
            }
        }
        weighed.sort { left, right in
            left.likeness == right.likeness
                ? left.names.lexicographicallyPrecedes(right.names) : left.likeness > right.likeness
        }
        for candidate in weighed where removed.contains(candidate.old) && added.contains(candidate.new) {
            pair(candidate.old, candidate.new)
        }
    }

    /// Pairs the branches that are left with one that is taken and is meant by the same value of a property.
    private mutating func matchSplitAndMerged(_ old: [BranchLabel], _ new: [BranchLabel]) {
        guard removed.count * new.count + added.count * old.count <= Self.weighingLimit else { return }
        for other in added {
            guard let place = old.indices.first(where: { old[$0].sharesValue(with: new[other]) }) else { continue }
            pairs.append((place, other))
            added.removeAll { $0 == other }
        }
        for place in removed {
            guard let other = new.indices.first(where: { old[place].sharesValue(with: new[$0]) }) else { continue }
            pairs.append((place, other))
            removed.removeAll { $0 == place }
        }
    }

    private mutating func pair(_ old: Int, _ new: Int) {
        guard removed.contains(old), added.contains(new) else { return }
        pairs.append((old, new))
        removed.removeAll { $0 == old }
        added.removeAll { $0 == new }
    }
}

extension BranchLabel {
    /// Whether other values say that this branch is meant than say so of the other one.
    fileprivate func excludes(_ other: BranchLabel) -> Bool {
        guard let selector, let other = other.selector, selector.property == other.property else { return false }
        return !selector.values.isEmpty && !other.values.isEmpty && selector.values.isDisjoint(with: other.values)
    }

    /// Whether one value of a property says that either branch is meant; one of them may take any value, but not both.
    fileprivate func sharesValue(with other: BranchLabel) -> Bool {
        guard let selector, let other = other.selector, selector.property == other.property else { return false }
        if selector.values.isEmpty || other.values.isEmpty { return selector.values.isEmpty != other.values.isEmpty }
        return !selector.values.isDisjoint(with: other.values)
    }

    /// How alike the branches are, from 0 to 1; 1 when they share a value that says which is meant.
    fileprivate func likeness(to other: BranchLabel) -> Double {
        if excludes(other) { return 0 }
        if sharesValue(with: other) { return 1 }
        let all = properties.union(other.properties)
        guard !all.isEmpty else { return 0 }
        return Double(properties.intersection(other.properties).count) / Double(all.count)
    }
}

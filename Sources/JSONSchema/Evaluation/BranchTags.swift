import JSON

/// The members of an object by which branches can be told apart though no `discriminator` says so.
///
/// Such a tag is a member that some branch accepts and another refuses by its `const` or `enum`: the branches that refuse it
/// were not meant. When each branch asks for other values of it and none accepts the one found, that is all there is to say.
struct BranchTags {
    /// A tag with a value that no branch is for.
    struct Unknown {
        /// The position of the member.
        let position: Int
        /// Its value.
        let found: JSONValue
        /// The values that the branches are for, in their order.
        let values: [JSONValue]
    }

    /// How many tags each branch refuses.
    private(set) var refusals: [Int]
    /// The first tag that each branch accepts and another refuses; nil for a branch without one.
    private(set) var choices: [String?]
    /// The first tag with a value that no branch is for; nil when there is none, or another tag chooses a branch.
    private(set) var unknown: Unknown?

    /// The tags of a value.
    ///
    /// - Parameters:
    ///   - value: the value; what is no object has none.
    ///   - branches: the branches.
    ///   - targets: what references in the branches lead to.
    init(of value: JSONValue, among branches: [SchemaNode], _ targets: SchemaTargets) {
        refusals = branches.map { _ in 0 }
        choices = branches.map { _ in nil }
        guard case .object(let object) = value, branches.count > 1 else { return }
        let members = branches.map { targets.choices(in: $0) }
        var seen = Set<String>()
        for name in members.joined().map(\.name) where seen.insert(name).inserted {
            guard let position = (0..<object.count).first(where: { object[$0].key == name }) else { continue }
            let found = object[position].value
            let rules = members.map { $0.first { $0.name == name }?.rules }
            let verdicts = rules.map { $0.map { $0.refusal(of: found) == nil } }
            if verdicts.contains(true) {
                if verdicts.contains(false) { note(name, verdicts) }
            } else if unknown == nil, let values = Self.distinctValues(rules) {
                unknown = Unknown(position: position, found: found, values: values)
            }
        }
        if choices.contains(where: { $0 != nil }) { unknown = nil }
    }

    /// Notes which branches accept a tag and which refuse it; nil for those that ask for nothing.
    private mutating func note(_ tag: String, _ verdicts: [Bool?]) {
        for (branch, accepts) in verdicts.enumerated() {
            if accepts == true { choices[branch] = choices[branch] ?? tag }
            if accepts == false { refusals[branch] += 1 }
        }
    }

    /// The values that all branches ask for, when each asks for some and no two for the same; nil otherwise.
    private static func distinctValues(_ rules: [ValueRules?]) -> [JSONValue]? {
        let values = rules.compactMap { $0?.values }
        guard values.count == rules.count else { return nil }
        let all = Array(values.joined())
        return Set(all).count == all.count ? all : nil
    }
}

extension SchemaTargets {
    /// How many schemas are looked into behind one branch.
    private static let reach = 16

    /// The members of which a schema, or one that it refers to or takes in by `allOf`, asks for certain values.
    fileprivate func choices(in branch: SchemaNode) -> [(name: String, rules: ValueRules)] {
        var found: [(name: String, rules: ValueRules)] = []
        var pending = [branch]
        var left = Self.reach
        while let node = pending.popLast(), left > 0 {
            left -= 1
            for entry in node.rules.objects?.rules.members.entries ?? [] {
                if let rules = entry.node.flatMap(values) { found.append((entry.name, rules)) }
            }
            pending += node.rules.branches?.rules.allOf ?? []
            if let target = node.rules.reference.flatMap(self.node) { pending.append(target) }
        }
        return found
    }

    /// The values that a member's schema asks for.
    private func values(of schema: SchemaNode) -> ValueRules? {
        schema.rules.values ?? schema.rules.reference.flatMap(node)?.rules.values
    }
}

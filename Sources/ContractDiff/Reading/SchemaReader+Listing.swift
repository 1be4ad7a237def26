import JSON
import SeamContract

extension SchemaReader {
    /// A schema with a list of types or of values in place of alternatives that give them one by one.
    ///
    /// - Parameter view: what the schema asks for.
    /// - Returns: the same, said with a list; unchanged when its alternatives ask for more than types and values, when both
    ///   are mixed, or when a value may fit several branches of a `oneOf`, which refuses it.
    /// - Throws: `ContractError` when a reference leads nowhere.
    mutating func listingAlternatives(of view: SchemaView) throws(ContractError) -> SchemaView {
        guard view.alternatives.count == 1, let alternatives = view.alternatives.first,
            alternatives.discriminator == nil
        else { return view }
        var branches: [SchemaView] = []
        for branch in alternatives.branches {
            let branch = try self.view(of: branch.conjuncts)
            guard branch.isBare, branch.alternatives.isEmpty, branch.defaultValue == nil else { return view }
            branches.append(branch)
        }
        if alternatives.keyword == "oneOf", !Self.areDisjoint(branches) { return view }
        return view.limited(to: branches, of: alternatives) ?? view
    }

    /// Whether no value fits two of schemas that ask for types and values only.
    private static func areDisjoint(_ branches: [SchemaView]) -> Bool {
        var types: ValueTypes = []
        for branch in branches where branch.choices == nil {
            guard types.isDisjoint(with: branch.types) else { return false }
            types.formUnion(branch.types)
        }
        var values: Set<JSONValue> = []
        for value in branches.compactMap(\.choices).flatMap(\.value) {
            guard !types.contains(ValueTypes(of: value)), values.insert(value).inserted else { return false }
        }
        return true
    }
}

extension SchemaView {
    /// This without alternatives, limited to the types or the values that their branches give; nil when they give types and
    /// values that are of none of the types.
    fileprivate func limited(to branches: [SchemaView], of alternatives: Alternatives) -> SchemaView? {
        let types = branches.filter { $0.choices == nil }.reduce(into: ValueTypes()) { $0.formUnion($1.types) }
        let values = branches.compactMap(\.choices).flatMap(\.value).filter { !types.contains(ValueTypes(of: $0)) }
        guard types.isEmpty || values.isEmpty else { return nil }
        var limited = self
        limited.alternatives = []
        limited.typePlace = typePlace ?? alternatives.place
        if types.isEmpty {
            limited.limitChoices(values, at: alternatives.place)
        } else {
            limited.types.formIntersection(types)
        }
        limited.dropIdleParts()
        return limited
    }
}

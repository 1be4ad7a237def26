/// Finds references that lead back to themselves without going down into the value, which would never end.
struct ReferenceCycle {
    /// What references lead to.
    private let targets: SchemaTargets

    /// A search.
    init(_ targets: SchemaTargets) {
        self.targets = targets
    }

    /// Looks at the targets from a number on.
    ///
    /// References that depend on the dynamic scope are only known during a walk, which has its own limit.
    /// - Parameter first: the first target that is new.
    /// - Throws: `SchemaError` with the schema that leads back to itself.
    func check(from first: Int) throws(SchemaError) {
        var finished = Set<Int>(0..<first)
        for number in targets.nodes.indices.dropFirst(first) {
            var entered = Set<Int>()
            try visit(number, &entered, &finished)
        }
    }

    /// Follows the references of a target.
    private func visit(_ number: Int, _ entered: inout Set<Int>, _ finished: inout Set<Int>) throws(SchemaError) {
        guard !finished.contains(number), let node = targets.node(number) else { return }
        guard entered.insert(number).inserted else {
            let message = "the '$ref's from here lead back here without going into a member or an item; break the cycle"
            throw SchemaError(at: node.place, message)
        }
        for next in Self.references(of: node) { try visit(next, &entered, &finished) }
        finished.insert(number)
    }

    /// The targets that apply to the same value as the schema.
    private static func references(of node: SchemaNode) -> [Int] {
        var found = node.rules.reference.map { [$0] } ?? []
        for child in node.rules.inPlace { found += references(of: child) }
        return found
    }
}

extension SchemaRules {
    /// The subschemas that apply to the same value.
    fileprivate var inPlace: [SchemaNode] {
        var nodes = objects?.rules.dependentSchemas.map(\.node) ?? []
        guard let branches = branches?.rules else { return nodes }
        nodes += branches.allOf + (branches.anyOf?.branches ?? []) + (branches.oneOf?.branches ?? [])
        nodes += [branches.negated, branches.condition?.test].compactMap(\.self)
        nodes += [branches.condition?.consequence, branches.condition?.alternative].compactMap(\.self)
        return nodes
    }
}

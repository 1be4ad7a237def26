import JSON

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
        var finished: Set<Int> = []
        for number in targets.nodes.indices.dropFirst(first) where !finished.contains(number) {
            try follow(number, after: first, &finished)
        }
    }

    /// Follows the references of a target, and theirs, on a stack of its own: there may be any number of them.
    private func follow(_ start: Int, after first: Int, _ finished: inout Set<Int>) throws(SchemaError) {
        var entered: Set<Int> = [start]
        var way = [(number: start, rest: references(of: start))]
        while let current = way.popLast() {
            guard let next = current.rest.first else {
                finished.insert(current.number)
                continue
            }
            way.append((current.number, current.rest.dropFirst()))
            guard next >= first, !finished.contains(next) else { continue }
            guard entered.insert(next).inserted else {
                if let node = targets.node(next) { throw cycle(at: node) }
                continue
            }
            way.append((next, references(of: next)))
        }
    }

    /// The error that a target leads back to itself.
    private func cycle(at node: SchemaNode) -> SchemaError {
        let message = "the '$ref's from here lead back here without going into a member or an item; break the cycle"
        return SchemaError(at: node.place, message)
    }

    /// The targets that apply to the same value as a target.
    private func references(of number: Int) -> ArraySlice<Int> {
        targets.node(number).map { Self.references(of: $0)[...] } ?? []
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

import JSON
import JSONSchema

extension DocumentPart {
    /// The names of the members that a schema lists, itself or in a schema that it refers to or takes in by `allOf`.
    ///
    /// - Parameter budget: how many schemas may be looked at.
    /// - Returns: the names in the order they are met, each once.
    /// - Throws: ``DocumentFault`` when a reference leads nowhere, or the budget is spent.
    func propertyNames(within budget: inout CombinationBudget) throws(DocumentFault) -> [String] {
        var (names, known, seen) = ([String](), Set<String>(), Set<SchemaPlace>())
        try gatherPropertyNames(within: &budget, seen: &seen) { name in
            if known.insert(name).inserted { names.append(name) }
        }
        return names
    }

    private func gatherPropertyNames(
        within budget: inout CombinationBudget,
        seen: inout Set<SchemaPlace>,
        note: (String) -> Void
    ) throws(DocumentFault) {
        guard seen.insert(place).inserted else { return }
        try budget.enter(place)
        defer { budget.leave() }
        for name in try member("properties")?.value.objectValue?.keys ?? [] { note(name) }
        if let target = try referencedSchema() {
            try target.gatherPropertyNames(within: &budget, seen: &seen, note: note)
        }
        for branch in try schemas("allOf") {
            try branch.gatherPropertyNames(within: &budget, seen: &seen, note: note)
        }
    }
}

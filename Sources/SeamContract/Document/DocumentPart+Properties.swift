import JSON
import JSONSchema

extension DocumentPart {
    /// The names of the members that a schema lists, itself or in a schema that it refers to or takes in by `allOf`.
    ///
    /// - Returns: the names in the order they are met, each once.
    /// - Throws: ``DocumentFault`` when a reference leads nowhere.
    func propertyNames() throws(DocumentFault) -> [String] {
        var (names, seen) = ([String](), Set<SchemaPlace>())
        try gatherPropertyNames(into: &names, seen: &seen)
        return names
    }

    private func gatherPropertyNames(
        into names: inout [String],
        seen: inout Set<SchemaPlace>
    ) throws(DocumentFault) {
        guard seen.insert(place).inserted else { return }
        for name in try member("properties")?.value.objectValue?.keys ?? [] where !names.contains(name) {
            names.append(name)
        }
        if let target = try referencedSchema() { try target.gatherPropertyNames(into: &names, seen: &seen) }
        for branch in try schemas("allOf") { try branch.gatherPropertyNames(into: &names, seen: &seen) }
    }
}

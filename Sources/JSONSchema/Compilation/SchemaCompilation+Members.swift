import JSON

extension SchemaCompilation {
    /// A schema of objects whose members are described one by one, elsewhere than in a schema.
    ///
    /// - Parameters:
    ///   - members: the names, where their schemas stand, and whether they must be there; no two with the same name.
    ///   - place: where they are listed.
    /// - Returns: the schema; other members are accepted.
    /// - Throws: `SchemaError`; what has been compiled before is kept.
    mutating func schema(
        ofMembers members: [(name: String, schema: SchemaPlace, isRequired: Bool)],
        at place: SchemaPlace
    ) throws(SchemaError) -> Schema {
        var entries: [MemberTable.Entry] = []
        var last: Schema?
        for member in members {
            let schema = try schema(at: member.schema)
            entries.append(.init(name: member.name, node: schema.root, isRequired: member.isRequired))
            last = schema
        }
        var objects = ObjectRules()
        objects.members = MemberTable(entries)
        objects.required = members.filter(\.isRequired).map(\.name)
        objects.listsMembers = true
        var rules = SchemaRules()
        rules.types = .object
        rules.objects = SharedRules(objects)
        return Schema(
            root: SchemaNode(place: place, resource: 0, rules: rules),
            targets: last?.targets ?? SchemaTargets()
        )
    }
}

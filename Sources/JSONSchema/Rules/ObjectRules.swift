import JSON

/// What is asked of objects (JSON Schema Core 2020-12 §10.3.2, Validation §6.5).
struct ObjectRules: Sendable {
    /// The named members: those of `properties` and of `required`.
    var members = MemberTable([])
    /// The names of `required`, in the order of the schema.
    var required: [String] = []
    /// The schemas of members by the pattern of their names.
    var patterns: [(pattern: RegularExpression, node: SchemaNode)] = []
    /// The schema of members that neither `properties` nor `patternProperties` speaks of.
    var additional: SchemaNode?
    /// The schema of the names.
    var names: SchemaNode?
    /// The members that must be there when another one is.
    var dependentRequired: [(name: String, required: [String])] = []
    /// The schemas the object must keep when a member is there.
    var dependentSchemas: [(name: String, node: SchemaNode)] = []
    /// The fewest members.
    var minProperties: Int?
    /// The most members.
    var maxProperties: Int?
    /// Whether the schema speaks of single members, so that others count as undocumented.
    var listsMembers = false

    /// Whether nothing is asked.
    var isEmpty: Bool {
        members.entries.isEmpty && required.isEmpty && patterns.isEmpty && additional == nil && names == nil
            && dependentRequired.isEmpty && dependentSchemas.isEmpty && minProperties == nil && maxProperties == nil
            && !listsMembers
    }
}

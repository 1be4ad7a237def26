/// A small hash table from member names to their schemas, compared byte by byte.
///
/// Only names from the schema are stored, so a hostile value can't make lookups slow.
final class MemberTable: Sendable {
    /// One name.
    struct Entry: Sendable {
        /// The name.
        let name: String
        /// The schema of `properties`; nil when only `required` names it.
        let node: SchemaNode?
        /// Whether `required` names it.
        let isRequired: Bool
        /// What stands for the schema; nil when it asks for more than a type and a format.
        let check: ScalarCheck?

        /// An entry.
        init(name: String, node: SchemaNode?, isRequired: Bool) {
            self.name = name
            self.node = node
            self.isRequired = isRequired
            check = node?.scalarCheck
        }
    }

    /// The names, in the order of the schema.
    let entries: [Entry]
    /// How many entries are required.
    let requiredCount: Int
    /// Where to find the entries.
    private let index: NameIndex

    /// A table of names that all differ.
    ///
    /// - Parameter entries: the names and their schemas.
    init(_ entries: [Entry]) {
        self.entries = entries
        requiredCount = entries.count { $0.isRequired }
        index = NameIndex(entries.map(\.name))
    }

    /// The number of the entry of that name; nil when there is none.
    ///
    /// - Parameter name: the name.
    /// - Returns: an index of ``entries``.
    func index(of name: String) -> Int? { index[name] }
}

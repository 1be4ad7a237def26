import JSON

/// What a member table says of the names of an object, in the order of the object.
struct MemberLayout: Sendable {
    /// The number of the table's entry for each name; -1 where there is none.
    let entries: [Int32]
    /// How many of the required names are there.
    let requiredCount: Int

    /// The layout of names.
    ///
    /// - Parameters:
    ///   - names: the names, all different.
    ///   - table: the table.
    init(_ names: [String], _ table: MemberTable) {
        entries = names.map { Int32(table.index(of: $0) ?? -1) }
        requiredCount = entries.count { $0 >= 0 && table.entries[Int($0)].isRequired }
    }
}

/// The layouts that one walk has needed so far.
///
/// Like objects of one text share their names, so a list of a thousand of them needs one layout.
struct MemberLayouts: Sendable {
    /// Names and a table, each told by where it is in memory: the value that is walked keeps the names there.
    private struct Key: Hashable {
        let names: UInt
        let table: ObjectIdentifier
    }

    /// How many layouts are kept; a value with more sorts of objects gains nothing by them.
    private static let limit = 256

    private var known: [Key: MemberLayout] = [:]

    /// The layout of an object's names.
    ///
    /// - Parameters:
    ///   - object: a part of the value that is walked.
    ///   - table: the table.
    /// - Returns: the layout, made now when it is new.
    mutating func layout(of object: JSONObject, _ table: MemberTable) -> MemberLayout {
        let names = object.keys.withUnsafeBytes { UInt(bitPattern: $0.baseAddress) }
        let key = Key(names: names, table: ObjectIdentifier(table))
        if let layout = known[key] { return layout }
        let layout = MemberLayout(object.keys, table)
        if known.count >= Self.limit { known.removeAll(keepingCapacity: true) }
        known[key] = layout
        return layout
    }
}

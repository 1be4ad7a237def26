import JSON

extension Evaluation {
    /// Records a violation at the current place, unless the walk is quiet.
    ///
    /// - Parameters:
    ///   - value: the value that breaks the schema.
    ///   - node: the schema.
    ///   - keyword: the broken keyword.
    ///   - expected: what the schema asks for; only made when it is recorded.
    ///   - member: the missing or forbidden member.
    /// - Returns: false, for the caller to return.
    @inline(never)
    mutating func fail(
        _ value: JSONValue,
        _ node: SchemaNode,
        _ keyword: String,
        _ expected: @autoclosure () -> String,
        member: String? = nil
    ) -> Bool {
        guard !isQuiet else { return false }
        let violation = Violation(
            instance: pointer(path),
            schema: keyword == "false" ? node.place : node.place.appending(keyword),
            keyword: keyword,
            expected: ValueExcerpt.cut(expected(), to: Self.expectationLimit),
            actual: ValueExcerpt.of(value),
            member: member,
            branch: nil,
            freeNames: freeNames
        )
        append(violation)
        return false
    }

    /// The most characters that tell what is expected.
    private static let expectationLimit = 600

    /// Lists a violation; when the list is full, the walk goes on quietly and so ends soon.
    mutating func append(_ violation: Violation) {
        if violations.count < Validation.limit { violations.append(violation) }
        if violations.count == Validation.limit { isQuiet = true }
    }

    /// A name between quotes, as in JSON.
    static func quoted(_ name: String) -> String {
        ValueExcerpt.of(.string(name))
    }

    /// `1 item`, `2 items`.
    static func plural(_ count: Int, _ one: String, _ many: String) -> String {
        "\(count) \(count == 1 ? one : many)"
    }
}

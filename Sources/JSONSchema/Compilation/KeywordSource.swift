import JSON

/// The keywords of one schema object, read with the type that each must have.
struct KeywordSource: Sendable {
    /// The schema.
    let site: SchemaSite
    /// Its members.
    let object: JSONObject
    /// The dialect that says which keywords count.
    let dialect: SchemaDialect
    /// Whether the keywords of the validation vocabulary count.
    let validates: Bool

    /// The keyword's value; nil when it is absent or means nothing in the dialect.
    subscript(keyword: String) -> JSONValue? {
        guard let value = object[keyword], dialect.knows(keyword) else { return nil }
        guard validates || !SchemaDialect.validationKeywords.contains(keyword) else { return nil }
        return value
    }

    /// The place of a keyword.
    func place(_ keyword: String) -> SchemaPlace { site.place.appending(keyword) }

    /// An error that says what a keyword must be.
    func mismatch(_ keyword: String, _ expected: String) -> SchemaError {
        let found = object[keyword].map(ValueExcerpt.of) ?? "nothing"
        return site.error("expected '\(keyword)' to be \(expected), found \(found)", at: keyword)
    }

    /// A whole number of at least 0.
    func count(_ keyword: String) throws(SchemaError) -> Int? {
        guard let value = self[keyword] else { return nil }
        guard case .number(let number) = value, number.isInteger, number >= JSONNumber(0) else {
            throw mismatch(keyword, "a whole number ≥ 0")
        }
        return number.intValue ?? .max
    }

    /// A number.
    func number(_ keyword: String) throws(SchemaError) -> JSONNumber? {
        guard let value = self[keyword] else { return nil }
        guard case .number(let number) = value else { throw mismatch(keyword, "a number") }
        return number
    }

    /// A Boolean; false when it is absent.
    func flag(_ keyword: String) throws(SchemaError) -> Bool {
        guard let value = self[keyword] else { return false }
        guard case .bool(let flag) = value else { throw mismatch(keyword, "true or false") }
        return flag
    }

    /// A string.
    func string(_ keyword: String) throws(SchemaError) -> String? {
        guard let value = self[keyword] else { return nil }
        guard case .string(let string) = value else { throw mismatch(keyword, "a string") }
        return string
    }

    /// An array; empty when it is absent.
    func array(_ keyword: String) throws(SchemaError) -> [JSONValue] {
        guard let value = self[keyword] else { return [] }
        guard case .array(let items) = value else { throw mismatch(keyword, "an array") }
        return items
    }

    /// An array of strings; empty when it is absent.
    func strings(_ keyword: String) throws(SchemaError) -> [String] {
        let items = try array(keyword)
        let strings = items.compactMap(\.stringValue)
        guard strings.count == items.count else { throw mismatch(keyword, "an array of strings") }
        return strings
    }

    /// An object; nil when it is absent.
    func map(_ keyword: String) throws(SchemaError) -> JSONObject? {
        guard let value = self[keyword] else { return nil }
        guard case .object(let object) = value else { throw mismatch(keyword, "an object") }
        return object
    }
}

import JSON
import JSONSchema
import Testing

/// A schema with a value that keeps it and one that breaks it.
struct Example: Sendable, CustomTestStringConvertible {
    /// The schema.
    let schema: JSONValue
    /// A value that keeps it.
    let good: JSONValue
    /// A value that breaks it.
    let bad: JSONValue
    /// The keyword that the bad value breaks.
    let keyword: String
    /// The dialect.
    let dialect: SchemaDialect

    /// An example.
    init(_ schema: JSONValue, good: JSONValue, bad: JSONValue, _ keyword: String, in dialect: SchemaDialect) {
        self.schema = schema
        self.good = good
        self.bad = bad
        self.keyword = keyword
        self.dialect = dialect
    }

    /// An example in JSON Schema 2020-12.
    init(_ schema: JSONValue, good: JSONValue, bad: JSONValue, _ keyword: String) {
        self.init(schema, good: good, bad: bad, keyword, in: .draft2020_12)
    }

    var testDescription: String { "\(keyword) in \(dialect)" }

    /// Expects the good value to pass, and the bad one to break the keyword and nothing else.
    func check() throws {
        let schema = try SchemaCompiler(document: schema, dialect: dialect).schema()
        #expect(schema.validate(good).violations == [])
        #expect(schema.validate(bad).violations.map(\.keyword) == [keyword])
    }
}

/// The violations of a value by a schema.
func violations(
    _ value: JSONValue,
    by schema: JSONValue,
    in dialect: SchemaDialect = .draft2020_12
) throws -> [Violation] {
    try SchemaCompiler(document: schema, dialect: dialect).schema().validate(value).violations
}

/// A number written as JSON.
func number(_ text: String) throws -> JSONValue {
    try JSONValue(parsing: text)
}

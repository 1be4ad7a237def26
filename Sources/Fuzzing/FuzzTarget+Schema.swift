import JSON
import JSONSchema

extension FuzzTarget {
    /// A schema is refused in a dialect, or finds of an instance what its negation does not.
    static func checkSchema(_ input: [UInt8]) throws(FuzzFinding) {
        guard let text = try? JSONValue(parsing: input), let schema = text["schema"], let instance = text["instance"]
        else { return }
        for dialect in SchemaDialect.allCases {
            let compiler = SchemaCompiler(document: schema, dialect: dialect, assertsFormats: true)
            guard let compiled = try? compiler.schema() else { continue }
            let validation = compiled.validate(instance)
            try checkPlaces(validation, instance)
            try checkNegation(of: schema, dialect, instance, validation)
        }
    }

    /// What is found stands in the instance.
    private static func checkPlaces(_ validation: Validation, _ instance: JSONValue) throws(FuzzFinding) {
        for violation in validation.violations {
            try require(instance[violation.instance] != nil, "a violation where nothing is: \(violation)")
            try require(violation.message.utf8.count < 20_000, "a message of \(violation.message.utf8.count) bytes")
        }
        for pointer in validation.undocumented {
            try require(instance[pointer] != nil, "an undocumented member where nothing is: \(pointer)")
        }
    }

    /// The negation of the schema accepts what the schema refuses, unless one of them meets a bound.
    private static func checkNegation(
        of schema: JSONValue,
        _ dialect: SchemaDialect,
        _ instance: JSONValue,
        _ validation: Validation
    ) throws(FuzzFinding) {
        let negation = SchemaCompiler(
            document: ["not": ["$ref": "fuzz:schema"]],
            dialect: dialect,
            remotes: ["fuzz:schema": schema],
            assertsFormats: true
        )
        guard let negated = try? negation.schema().validate(instance) else { return }
        let all = validation.violations + negated.violations
        guard !all.contains(where: { $0.keyword == "bounds" }) else { return }
        try require(negated.isValid != validation.isValid, "a schema and its negation agree in \(dialect)")
    }
}

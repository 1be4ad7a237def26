package import JSON
package import JSONSchema

/// What holding one side of an exchange, the request or the response, against the contract has shown.
package struct ContractJudgement: Sendable {
    /// One thing that is wrong beside what the schema finds.
    package struct Fault: Sendable, Hashable {
        /// What sort of fault it is: `method`, `query`, `status`, `contentType`, `syntax` or `empty`.
        package let code: String
        /// What is wrong, as a lower-case fragment.
        package let message: String
        /// Where in the body; nil when it is not about a place there.
        package var position: JSONPosition?
    }

    /// What is wrong beside what the schema finds; empty when nothing is.
    package var faults: [Fault] = []
    /// What the schema finds; nil when there was no schema, or nothing to hold against it.
    package var validation: Validation?
    /// What is worth telling and breaks nothing, or could not be judged, as lower-case fragments.
    package var remarks: [String] = []
    /// Whether there was something that could be judged.
    package var isJudged = true

    /// Whether nothing is wrong.
    package var isKept: Bool { faults.isEmpty && validation?.isValid ?? true }

    /// The members that the contract does not know, with items of lists as `*`, each once, in their order.
    package var undocumented: [String] {
        var told: Set<String> = []
        return (validation?.undocumented ?? []).map(\.withItemsAsStars.description).filter { told.insert($0).inserted }
    }

    /// Notes what is worth telling of a JSON text that is held against a schema.
    mutating func hold(_ text: JSONText, against schema: Schema) {
        validation = schema.validate(text.value)
        remarks += text.duplicateMembers.prefix(10).map {
            "the member \($0.pointer) is said again at \($0.position); the last one counts"
        }
    }
}

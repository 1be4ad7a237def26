extension SyntheticHistory {
    /// A contract that the answers of the history keep, as YAML.
    static var contract: String {
        let schema = """
            { type: object, required: [ok, resource], properties: { ok: { type: boolean }, resource: { type: object,
            required: [resource_id, created_at, display_name, warnings], properties: { resource_id: { type: string },
            created_at: { type: string, format: date-time }, display_name: { type: string, minLength: 1 },
            email_address: { type: string, nullable: true, format: email }, phone_number: { type: string },
            workspace_id: { type: string, format: uuid }, warnings: { type: array, items: { type: object } },
            errors: { type: array, items: { type: object } }, pending_mutations: { type: array } } } } }
            """.split(separator: "\n").joined(separator: " ")
        let answer = "{ '200': { description: fine, content: { application/json: { schema: \(schema) } } } }"
        let paths = operations.map { "  \($0): { post: { responses: \(answer) } }\n" }.joined()
        return "openapi: 3.0.3\ninfo: { title: synthetic, version: '1' }\npaths:\n\(paths)"
    }
}

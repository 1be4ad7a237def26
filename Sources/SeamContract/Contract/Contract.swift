/// What an API promises: its operations, read from an OpenAPI document.
public struct Contract: Sendable {
    /// The title of the document; empty when it has none.
    public let title: String
    /// The version of the API that the document describes; empty when it has none.
    public let version: String
    /// The file that it was read from, as it was given.
    public let file: String
    /// 16 hexadecimal digits that stand for the document's content: layout, comments and member order don't count.
    public let fingerprint: String
    /// The document, for what is read of it only when somebody asks.
    let document: DocumentPart
    /// The operations, sorted by path.
    public let operations: [Operation]
    /// The outlines that were asked for so far.
    let outlines = OutlineCache()
    /// Where in ``operations`` a path stands.
    private let places: [String: Int]

    /// A contract.
    ///
    /// - Parameters:
    ///   - title: the title of the document; empty when it has none.
    ///   - version: the version of the API; empty when the document has none.
    ///   - file: the file that it was read from.
    ///   - fingerprint: what stands for the document's content.
    ///   - document: the document.
    ///   - operations: the operations, no two with the same path.
    init(
        title: String,
        version: String,
        file: String,
        fingerprint: String,
        document: DocumentPart,
        operations: [Operation]
    ) {
        self.title = title
        self.version = version
        self.file = file
        self.fingerprint = fingerprint
        self.document = document
        self.operations = operations.sorted { $0.path < $1.path }
        places = Dictionary(uniqueKeysWithValues: self.operations.enumerated().map { ($1.path, $0) })
    }

    /// The operation at a path; nil when there is none.
    ///
    /// - Parameter path: such as `/user_identities/create`.
    public subscript(path: String) -> Operation? {
        places[path].map { operations[$0] }
    }

    /// The operation of a name, in any way that people write it; nil when there is none.
    ///
    /// - Parameter name: `/user_identities/create`, `user_identities/create` or `user_identities.create`.
    /// - Returns: the operation.
    public func operation(named name: String) -> Operation? {
        if let operation = self[name] { return operation }
        let parts = name.split { $0 == "/" || $0 == "." }
        return self["/" + parts.joined(separator: "/")]
    }

    /// Whether some operation has a parameter of that name.
    ///
    /// - Parameter name: such as `email_address`.
    /// - Returns: true when one has.
    public func hasParameter(named name: String) -> Bool {
        operations.contains { $0.parameterType(name) != nil }
    }
}

extension Contract {
    /// Statuses that Seam's API gives though its document never lists them.
    ///
    /// Source: the framework and the public stand-in server answer 404 (unknown id or path), 405 (method), 409 (clash) and
    /// 429 (too many requests), and an `invalid_input` was observed with 422; the published document lists 200, 400 and 401
    /// for every operation.
    public static let undeclaredStatuses: Set<Int> = [404, 405, 409, 413, 422, 429]
}

extension Contract.Operation {
    /// Whether the operation may answer with a status: one that is documented, or one that is known to come undeclared.
    ///
    /// - Parameter status: the status of a response.
    /// - Returns: true when it may.
    public func mayAnswer(_ status: Int) -> Bool {
        response(for: status) != nil || Contract.undeclaredStatuses.contains(status)
    }
}

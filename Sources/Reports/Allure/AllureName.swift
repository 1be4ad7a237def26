import JSON

/// The name of a file of Allure results that seamcheck can have written.
public struct AllureName: Sendable, Hashable {
    /// What such a file holds.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// A result.
        case result = "-result.json"
        /// What is attached to a result.
        case attachment = "-attachment.txt"
    }

    /// The whole name.
    public let name: String
    /// What the file holds.
    public let kind: Kind

    /// The name of a file; nil when it is none of ours: a UUID in lower case, and what the file holds.
    ///
    /// - Parameter name: the name.
    public init?(_ name: String) {
        guard let kind = Kind.allCases.first(where: { name.hasSuffix($0.rawValue) }) else { return nil }
        let uuid = name.dropLast(kind.rawValue.count)
        guard uuid.wholeMatch(of: /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/) != nil else { return nil }
        self.name = name
        self.kind = kind
    }

    /// What is attached to a result that seamcheck wrote.
    ///
    /// - Parameter result: the bytes of the file of a result.
    /// - Returns: the names of the files; nil when another program wrote it, or it is no result.
    public static func attachments(ofOwn result: [UInt8]) -> [String]? {
        guard let result = try? JSONValue(parsing: result) else { return nil }
        let labels = result["labels"]?.arrayValue ?? []
        guard labels.contains(["name": "framework", "value": "seamcheck"]) else { return nil }
        let sources = (result["attachments"]?.arrayValue ?? []).compactMap { $0["source"]?.stringValue }
        return sources.filter { AllureName($0)?.kind == .attachment }
    }
}

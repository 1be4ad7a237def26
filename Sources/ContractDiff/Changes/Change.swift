public import JSON
public import SeamContract
public import YAMLSource

/// One way in which one place of a contract has changed, for all operations that it concerns.
public struct Change: Sendable, Identifiable {
    /// The rule that says how bad it is.
    public let rule: Rule
    /// Where it is, by names only: `request.limit`, `response.200.acs_users[]`, or from a component on, `acs_user.errors`.
    ///
    /// Empty when it is about an operation as a whole.
    public let place: String
    /// The operations that it concerns, sorted by path; never empty.
    public let operations: [OperationReference]
    /// Where it is seen in the old document; nil when there is nothing.
    public let old: Side?
    /// Where it is seen in the new document; nil when there is nothing.
    public let new: Side?
    /// What has changed, as a sentence without a full stop.
    public let sentence: String
    /// 16 hexadecimal digits that stand for the rule, the place and (unless it is in a component) the operations: the same
    /// whatever the order of the documents, the lines they are on, or our wording.
    public let fingerprint: String
    /// How bad it is for both sides, overrides taken into account.
    public internal(set) var impact: Impact
    /// Why somebody decided how bad it is; nil when nobody did, or gave no reason.
    public internal(set) var reason: String?

    /// The fingerprint.
    public var id: String { fingerprint }

    /// How a change is seen in one of the documents.
    public struct Side: Sendable {
        /// The place in the document as a JSON Pointer behind `#`; in another file, behind that file's URI.
        public let pointer: String
        /// The place in the file.
        public let source: SourcePlace
        /// The value there; nil when the change is about more than one value.
        public let value: JSONValue?
    }
}

/// An operation that a change concerns.
public struct OperationReference: Sendable, Hashable, CustomStringConvertible {
    /// The path.
    public let path: String
    /// The methods that it concerns, POST first; never empty.
    public let methods: [Contract.Method]
    /// Whether those are all that the path takes, in either document.
    public let isWholePath: Bool

    /// `/acs/users/list`, or `GET /acs/users/list` when only some of the methods are concerned.
    public var description: String {
        isWholePath ? path : methods.map(\.rawValue).joined(separator: ",") + " " + path
    }
}

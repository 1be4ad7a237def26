import JSON

extension OperationHead {
    /// The head of an operation.
    ///
    /// - Parameters:
    ///   - operation: the operation.
    ///   - description: what the document says of its first method.
    init(_ operation: Contract.Operation, _ description: JSONValue) {
        self.init(
            path: operation.path,
            name: operation.name,
            methods: operation.methods,
            summary: description.title(besides: operation.path),
            text: description["description"]?.stringValue,
            isDeprecated: description.isDeprecated,
            notes: description.notes
        )
    }
}

extension JSONValue {
    /// The line that names an operation, but for one that only repeats its path; Seam's own member goes last.
    fileprivate func title(besides path: String) -> String? {
        ["summary", "x-title"].compactMap { self[$0]?.stringValue }.first { !$0.isEmpty && $0 != path }
    }

    /// What Seam's own members say of an operation.
    fileprivate var notes: [String] {
        ["deprecated", "undocumented", "draft"].compactMap { word in
            self["x-\(word)"]?.stringValue.map { $0.isEmpty ? word : "\(word): \($0)" }
        }
    }
}

extension JSONValue {
    /// Whether a document says that something should no longer be used, in its standard way or in Seam's own.
    var isDeprecated: Bool {
        self["deprecated"]?.boolValue == true || self["x-deprecated"]?.stringValue != nil
    }
}

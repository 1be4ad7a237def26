import JSON

/// A change to responses on their way out, told as data.
struct ResponseEdit: Sendable {
    /// The operations whose responses are changed, such as `user_identities.create`; nil means all of them.
    let operations: Set<String>?
    /// The statuses whose responses are changed.
    let statuses: ClosedRange<Int>
    /// What is changed.
    let change: Change

    /// What is changed in a response.
    enum Change: Sendable {
        /// The member at a place goes; `*` in the way stands for every item of an array.
        case drop([String])
        /// The value at a place is another one; nothing happens where there is none.
        case replace([String], JSONValue)
        /// The status is another one.
        case status(Int)
        /// A header field is another one; nil takes it away.
        case header(String, String?)
    }

    /// A change.
    ///
    /// - Parameters:
    ///   - change: what is changed.
    ///   - operations: the operations; none means all of them.
    ///   - statuses: the statuses.
    init(_ change: Change, of operations: String..., statuses: ClosedRange<Int> = 200...200) {
        self.change = change
        self.operations = operations.isEmpty ? nil : Set(operations)
        self.statuses = statuses
    }

    /// Changes a response, if it is one that is meant.
    func apply(to response: inout ServerResponse, of operation: String?) {
        guard statuses.contains(response.status), operations?.contains(operation ?? "") ?? true else { return }
        switch change {
        case .drop(let path): response.json?.edit(path[...]) { _ in nil }
        case .replace(let path, let value): response.json?.edit(path[...]) { _ in value }
        case .status(let status): response.status = status
        case .header(let name, let value): response.headers[name] = value
        }
    }
}

extension JSONValue {
    /// Changes the values at a place; `*` in the way stands for every item of an array, and nil takes a member away.
    fileprivate mutating func edit(_ path: ArraySlice<String>, _ change: (JSONValue) -> JSONValue?) {
        guard let name = path.first else { return }
        let rest = path.dropFirst()
        switch self {
        case .array(let items) where name == "*":
            self = .array(items.compactMap { $0.edited(rest, change) })
        case .object(var object):
            guard let value = object[name] else { return }
            object[name] = value.edited(rest, change)
            self = .object(object)
        default: break
        }
    }

    /// The value after a change at a place in it; nil when it goes itself.
    private func edited(_ path: ArraySlice<String>, _ change: (JSONValue) -> JSONValue?) -> JSONValue? {
        guard !path.isEmpty else { return change(self) }
        var value = self
        value.edit(path, change)
        return value
    }
}

import JSON

/// A request misread: a change to what it brings before it is looked at, told as data.
struct RequestEdit: Sendable {
    /// The calls that are misread.
    var scope = CallScope()
    /// What is misread.
    let misreading: Misreading

    /// What is misread in a request.
    enum Misreading: Sendable {
        /// The parameters in the query, in order.
        case query([JSONEdit])
        /// The body, once it is parsed, in order.
        case body([JSONEdit])
        /// The parameters, wherever they come from, in order.
        case parameters([JSONEdit])
        /// The body before it is parsed, in order.
        case text([TextChange])
    }
}

extension [RequestEdit.Misreading] {
    /// The parameters of the query as they are misread.
    func query(_ parameters: JSONObject) -> JSONObject {
        edited(parameters) { if case .query(let edits) = $0 { edits } else { [] } }
    }

    /// All parameters as they are misread.
    func parameters(_ parameters: JSONObject) -> JSONObject {
        edited(parameters) { if case .parameters(let edits) = $0 { edits } else { [] } }
    }

    /// The body as it is misread.
    func body(_ value: JSONValue) -> JSONValue {
        value.edited(
            by: flatMap { (misreading) -> [JSONEdit] in
                if case .body(let edits) = misreading { edits } else { [] }
            }
        )
    }

    /// The bytes of the body as they are misread.
    func text(_ bytes: [UInt8]) -> [UInt8] {
        let changes = flatMap { (misreading) -> [TextChange] in
            if case .text(let changes) = misreading { changes } else { [] }
        }
        guard !changes.isEmpty else { return bytes }
        let text = changes.reduce(String(decoding: bytes, as: UTF8.self)) { $1.applied(to: $0) }
        return [UInt8](text.utf8)
    }

    /// The parameters after the changes that are meant.
    private func edited(_ parameters: JSONObject, _ edits: (RequestEdit.Misreading) -> [JSONEdit]) -> JSONObject {
        let edits = flatMap(edits)
        guard !edits.isEmpty else { return parameters }
        return JSONValue.object(parameters).edited(by: edits).objectValue ?? JSONObject()
    }
}

extension JSONValue {
    /// The value after some changes, in order.
    fileprivate func edited(by edits: [JSONEdit]) -> JSONValue {
        edits.reduce(into: self) { value, edit in edit.apply(to: &value) }
    }
}

import JSON

/// The `validation_errors` of an error envelope: messages at each parameter, nested as the parameters are.
///
/// Every node has `_errors`, the root too; array items stand under their index, as the official clients read it.
struct ValidationTree: Sendable, Equatable {
    /// What is wrong with this parameter itself.
    private var errors: [String] = []
    /// What is wrong below it, in the order found.
    private var children: [(name: String, tree: ValidationTree)] = []

    /// Adds a message.
    ///
    /// - Parameters:
    ///   - message: what is wrong.
    ///   - path: the way to the parameter; empty means all of them together.
    mutating func insert(_ message: String, at path: some Collection<String>) {
        guard let name = path.first else {
            if !errors.contains(message) { errors.append(message) }
            return
        }
        let place = children.firstIndex { $0.name == name } ?? children.count
        if place == children.count { children.append((name, ValidationTree())) }
        children[place].tree.insert(message, at: path.dropFirst())
    }

    /// The tree as JSON.
    var json: JSONValue {
        var object = JSONObject()
        object["_errors"] = .array(errors.map(JSONValue.string))
        for child in children { object[child.name] = child.tree.json }
        return .object(object)
    }

    static func == (left: ValidationTree, right: ValidationTree) -> Bool {
        left.json == right.json
    }
}

/// The compiled schemas that references lead to, shared by all schemas of one compiler.
struct SchemaTargets: Sendable {
    /// The targets; nil only while they are being compiled.
    var nodes: [SchemaNode?] = []
    /// The number of each target by its place.
    var numbers: [SchemaPlace: Int] = [:]
    /// The dynamic anchors' targets by name, then by the number of their schema resource.
    var dynamic: [String: [Int: Int]] = [:]
    /// Whether some schema looks at which items have been evaluated.
    var tracksItems = false

    /// The target of that number.
    func node(_ number: Int) -> SchemaNode? {
        number < nodes.count ? nodes[number] : nil
    }
}

/// The compiled schemas that references lead to, shared by all schemas of one compiler.
struct SchemaTargets: Sendable {
    /// The targets; nil only while they are being compiled.
    var nodes: [SchemaNode?] = []
    /// The places of the targets.
    private var places: [SchemaPlace] = []
    /// The number of each target by its place.
    private(set) var numbers: [SchemaPlace: Int] = [:]
    /// The dynamic anchors' targets by name, then by the number of their schema resource.
    var dynamic: [String: [Int: Int]] = [:]
    /// Whether some schema looks at which items have been evaluated.
    var tracksItems = false

    /// A state to which one can go back.
    struct Mark {
        /// How many targets there are.
        let count: Int
        fileprivate let dynamic: [String: [Int: Int]]
        fileprivate let tracksItems: Bool
    }

    /// The state as it is.
    var mark: Mark { Mark(count: nodes.count, dynamic: dynamic, tracksItems: tracksItems) }

    /// Drops the targets that came since a state.
    mutating func goBack(to mark: Mark) {
        for place in places[mark.count...] { numbers[place] = nil }
        places.removeSubrange(mark.count...)
        nodes.removeSubrange(mark.count...)
        (dynamic, tracksItems) = (mark.dynamic, mark.tracksItems)
    }

    /// Adds a target that is not compiled yet.
    ///
    /// - Parameter place: its place, which has none.
    /// - Returns: its number.
    mutating func add(_ place: SchemaPlace) -> Int {
        nodes.append(nil)
        places.append(place)
        numbers[place] = nodes.count - 1
        return nodes.count - 1
    }

    /// The target of that number.
    func node(_ number: Int) -> SchemaNode? {
        number < nodes.count ? nodes[number] : nil
    }
}

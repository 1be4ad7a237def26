/// Asks a query of a value.
struct JSONPathEvaluator {
    /// The value that `$` stands for.
    let root: JSONValue

    /// How many more places may be looked at.
    private var placesLeft = JSONPathExhaustion.limit

    /// An evaluator of queries of one value.
    init(root: JSONValue) {
        self.root = root
    }

    /// The nodes that a query selects, in the order of RFC 9535.
    mutating func nodes(
        of query: JSONPath.Query,
        current: JSONValue
    ) throws(JSONPathExhaustion) -> [JSONPath.Node] {
        var nodes = [JSONPath.Node(value: query.isRelative ? current : root, location: .root)]
        for segment in query.segments {
            var selected: [JSONPath.Node] = []
            for node in nodes {
                try apply(segment, to: node, into: &selected)
            }
            nodes = selected
        }
        return nodes
    }

    /// Counts places that are looked at.
    mutating func spend(_ count: Int) throws(JSONPathExhaustion) {
        placesLeft -= count
        guard placesLeft >= 0 else { throw JSONPathExhaustion() }
    }

    private mutating func apply(
        _ segment: JSONPath.Segment,
        to node: JSONPath.Node,
        into nodes: inout [JSONPath.Node]
    ) throws(JSONPathExhaustion) {
        guard segment.isDescendant else { return try apply(segment.selectors, to: node, into: &nodes) }
        var pending = [node]
        while let next = pending.popLast() {
            try apply(segment.selectors, to: next, into: &nodes)
            pending.append(contentsOf: next.children.reversed())
        }
    }

    private mutating func apply(
        _ selectors: [JSONPath.Selector],
        to node: JSONPath.Node,
        into nodes: inout [JSONPath.Node]
    ) throws(JSONPathExhaustion) {
        for selector in selectors {
            try spend(1)
            switch selector {
            case .name(let name):
                if let value = node.value[name] { nodes.append(node.child(.name(name), value)) }
            case .wildcard:
                let children = node.children
                try spend(children.count)
                nodes.append(contentsOf: children)
            case .index(let index):
                if let item = node.item(index) { nodes.append(item) }
            case .slice(let slice):
                guard let items = node.value.arrayValue else { continue }
                let selected = slice.places(count: items.count).map { node.child(.index($0), items[$0]) }
                try spend(selected.count)
                nodes.append(contentsOf: selected)
            case .filter(let condition):
                for child in node.children {
                    try spend(1)
                    if try holds(condition, for: child.value) { nodes.append(child) }
                }
            }
        }
    }
}

extension JSONPath.Node {
    /// The members of an object or the items of an array, in their order; empty for other values.
    var children: [JSONPath.Node] {
        switch value {
        case .object(let object): object.map { child(.name($0.key), $0.value) }
        case .array(let items): items.indices.map { child(.index($0), items[$0]) }
        default: []
        }
    }

    /// The node one step below.
    func child(_ step: JSONPath.Step, _ value: JSONValue) -> JSONPath.Node {
        JSONPath.Node(value: value, location: .below(location, step))
    }

    /// The item at that place, counted from the end when negative; nil when there is none.
    func item(_ index: Int) -> JSONPath.Node? {
        guard let count = value.arrayValue?.count else { return nil }
        let place = index < 0 ? count + index : index
        return value[place].map { child(.index(place), $0) }
    }
}

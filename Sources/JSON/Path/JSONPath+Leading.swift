extension JSONPath {
    /// One step down into a value.
    public enum Descent: Sendable, Hashable {
        /// To the member of this name.
        case member(String)
        /// To what an array or an object holds, whichever.
        case items
    }

    /// The steps that the query begins with, up to the first that may go to several members by name, or to any depth.
    public var leadingSteps: [Descent] {
        var steps: [Descent] = []
        for segment in query.segments {
            guard !segment.isDescendant, segment.selectors.count == 1 else { return steps }
            switch segment.selectors[0] {
            case .name(let name): steps.append(.member(name))
            case .index, .slice, .wildcard, .filter: steps.append(.items)
            }
        }
        return steps
    }
}

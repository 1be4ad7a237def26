extension JSONPath {
    /// Where a query begins, and its segments.
    struct Query: Sendable {
        /// Whether it begins at the current node `@` rather than at the root `$`.
        let isRelative: Bool
        /// The segments, each applied to the nodes of the one before.
        let segments: [Segment]

        /// Whether it can find at most one node: each segment is one name or one index (RFC 9535 section 2.3.5.1).
        var isSingular: Bool {
            segments.allSatisfy { segment in
                guard !segment.isDescendant, segment.selectors.count == 1 else { return false }
                return switch segment.selectors[0] {
                case .name, .index: true
                case .wildcard, .slice, .filter: false
                }
            }
        }
    }

    /// Selectors that are applied to the children of a node, or to those of all its descendants too.
    struct Segment: Sendable {
        /// Whether it is applied to the node and to all its descendants.
        let isDescendant: Bool
        /// The selectors, at least one.
        let selectors: [Selector]
    }

    /// What selects children of a node (RFC 9535 section 2.3).
    enum Selector: Sendable {
        case name(String)
        case wildcard
        case index(Int)
        case slice(Slice)
        case filter(Condition)
    }

    /// A run of items of an array (RFC 9535 section 2.3.4).
    struct Slice: Sendable {
        /// The first place, from the end when negative; nil for the begin, seen along the step.
        let start: Int?
        /// The place behind the last, from the end when negative; nil for the end, seen along the step.
        let end: Int?
        /// The distance between two items; 0 selects none.
        let step: Int

        /// The places that it selects in an array.
        ///
        /// - Parameter count: how many items the array has.
        /// - Returns: the places, in order.
        func places(count: Int) -> StrideTo<Int> {
            let start = bounded(start, whenNil: step > 0 ? 0 : count - 1, count: count)
            let end = bounded(end, whenNil: step > 0 ? count : -1, count: count)
            return stride(from: step == 0 ? end : start, to: end, by: step == 0 ? 1 : step)
        }

        private func bounded(_ place: Int?, whenNil standard: Int, count: Int) -> Int {
            guard let place else { return standard }
            let counted = place < 0 ? count + place : place
            return step > 0 ? min(max(counted, 0), count) : min(max(counted, -1), count - 1)
        }
    }
}

import YAMLSource

/// How large steps become once their blocks are laid out, worked out without laying them out.
struct BlockLayout {
    /// What steps come to.
    struct Extent: Sendable, Hashable {
        /// How many steps there are, the beginning and the end of each block counted.
        var steps = 0
        /// How many values of YAML they are written with.
        var values = 0
        /// How many blocks are inside each other.
        var depth = 0

        /// Adds what comes beside it; beyond the greatest number it stays there.
        mutating func add(_ other: Extent) {
            steps = steps.adding(other.steps)
            values = values.adding(other.values)
            depth = max(depth, other.depth)
        }
    }

    /// The blocks that are not laid out, since they or blocks in them use themselves or are too large, which was told.
    private(set) var refused: Set<String> = []
    private let blocks: [String: BlockSource]
    private var extents: [String: Extent] = [:]

    /// Works out the size of each block.
    ///
    /// - Parameters:
    ///   - blocks: the blocks, by name.
    ///   - problems: gets what is wrong with them.
    init(_ blocks: [String: BlockSource], problems: inout ProblemList) {
        self.blocks = blocks
        for block in blocks.values.sorted(by: { $0.nameSource.place < $1.nameSource.place }) {
            measure(block, problems: &problems)
        }
    }

    /// What all blocks come to, each on its own.
    var ofAllBlocks: Extent {
        extents.values.reduce(into: Extent()) { $0.add($1) }
    }

    /// What lists of steps come to, and where they go beyond a bound.
    ///
    /// - Parameter lists: the lists; nil for one that is not there.
    /// - Returns: the extent, and the first step with which there are too many; nil when there never are.
    func extent(of lists: [LocatedValue?]) -> (extent: Extent, excess: LocatedValue?) {
        var extent = Extent()
        var excess: LocatedValue?
        for list in lists.compactMap(\.self) {
            for step in list.items {
                extent.add(self.extent(of: step))
                if excess == nil, !extent.isAllowed { excess = step }
            }
        }
        return (extent, excess)
    }

    /// What one step comes to.
    private func extent(of step: LocatedValue) -> Extent {
        var extent = Extent(steps: 1, values: step.valueCount)
        for name in step.usedBlocks where !refused.contains(name) {
            guard let block = extents[name] else { continue }
            extent.add(Extent(steps: 1, depth: 1 + block.depth))
            extent.add(Extent(steps: block.steps, values: block.values))
        }
        return extent
    }

    /// Works out the size of a block and of those that it uses, the innermost first, without recursion.
    private mutating func measure(_ block: BlockSource, problems: inout ProblemList) {
        guard extents[block.name] == nil else { return }
        var open = [Visit(block)]
        while var visit = open.popLast() {
            if let (name, place) = visit.next() {
                open.append(visit)
                guard let used = blocks[name] else { continue }
                if let start = open.firstIndex(where: { $0.block.name == name }) {
                    let circle = open[start...].map(\.block.name)
                    refused.formUnion(circle)
                    let words = (circle + [name]).joined(separator: " → ")
                    problems.add(place, "a block can't use itself: \(words) (write the steps out)")
                } else if extents[name] == nil {
                    open.append(Visit(used))
                }
            } else {
                settle(visit.block, problems: &problems)
            }
        }
    }

    /// Keeps the size of a block whose blocks are known, and tells when it is too large.
    private mutating func settle(_ block: BlockSource, problems: inout ProblemList) {
        let (extent, excess) = extent(of: [block.steps])
        extents[block.name] = extent
        let usesRefused = block.steps?.items.contains { $0.usedBlocks.contains(where: refused.contains) } ?? false
        guard !usesRefused, !refused.contains(block.name) else {
            // What is wrong with the other block was told.
            refused.insert(block.name)
            return
        }
        guard let excess else { return }
        refused.insert(block.name)
        problems.add(excess.placeOfUse, extent.excess(of: "the block '\(block.name)'"))
    }

    /// A block whose uses of other blocks are gone through.
    private struct Visit {
        let block: BlockSource
        private var uses: ArraySlice<(name: String, place: SourcePlace)>

        init(_ block: BlockSource) {
            self.block = block
            uses =
                (block.steps?.items ?? []).flatMap { step in
                    step.usedBlocks.map { (name: $0, place: step.placeOfUse) }
                }[...]
        }

        mutating func next() -> (name: String, place: SourcePlace)? { uses.popFirst() }
    }
}

extension BlockLayout.Extent {
    /// Whether it is within the bounds of a case.
    var isAllowed: Bool {
        steps <= ScenarioBounds.stepsPerCase && depth <= ScenarioBounds.blockDepth
            && values <= ScenarioBounds.valuesPerSuite
    }

    /// What is said of steps that go beyond a bound.
    ///
    /// - Parameter whole: what they are the steps of.
    /// - Returns: a lower-case fragment.
    func excess(of whole: String) -> String {
        if depth > ScenarioBounds.blockDepth {
            return "\(whole) has more than \(ScenarioBounds.blockDepth) blocks inside each other (write the steps out)"
        }
        let (count, what) =
            steps > ScenarioBounds.stepsPerCase
            ? (ScenarioBounds.stepsPerCase, "steps") : (ScenarioBounds.valuesPerSuite, "values")
        return "\(whole) has more than \(count) \(what) once its blocks are laid out "
            + "(use fewer blocks inside each other)"
    }
}

extension LocatedValue {
    /// The names of the blocks that a step uses; none when it uses none.
    fileprivate var usedBlocks: [String] {
        guard let use = self["use"] else { return [] }
        return (use.isList ? use.items : [use]).compactMap(\.text)
    }

    /// Where a step says which block it uses, or where it begins.
    var placeOfUse: SourcePlace { self["use"]?.place ?? place }

    /// How many values it holds, itself counted.
    var valueCount: Int {
        switch content {
        case .scalar: 1
        case .array(let items): items.reduce(1) { $0 + $1.valueCount }
        case .object(let members): members.reduce(1) { $0 + $1.value.valueCount }
        }
    }
}

extension Int {
    /// The sum, or the greatest number that there is.
    func adding(_ other: Int) -> Int {
        let (sum, isTooMuch) = addingReportingOverflow(other)
        return isTooMuch ? .max : sum
    }

    /// The product, or the greatest number that there is.
    func multiplied(by other: Int) -> Int {
        let (product, isTooMuch) = multipliedReportingOverflow(by: other)
        return isTooMuch ? .max : product
    }
}

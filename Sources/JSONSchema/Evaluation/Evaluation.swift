import JSON

/// One walk over a value along a schema.
///
/// A walk either reports every violation, or (quiet) only says whether there is one and stops at the first. Branches are
/// first tried quietly; only when they fail is the closest one walked again to explain why.
struct Evaluation {
    /// The whole value.
    let value: JSONValue
    /// What references lead to.
    let targets: SchemaTargets
    /// The way from the whole value to the current one, as positions of members or items.
    var path: [Int] = []
    /// Which positions of the path are members that the schema does not list, from the outermost.
    private(set) var freeNames: [Int] = []
    /// What the members of the objects met so far are.
    var layouts = MemberLayouts()
    /// Whether violations are only counted as failure.
    var isQuiet = false
    /// The violations so far.
    var violations: [Violation] = []
    /// The members no schema knew so far, as ways of positions.
    var unknown: [[Int]] = []
    /// The members some schema knew so far; nil when nobody asks.
    private var known: [[Int]]?
    /// The ways of the objects whose known members are asked for.
    private var asked: Set<[Int]> = []
    /// The schema resources entered, from the outermost; only kept when there are dynamic references.
    private(set) var scope: [Int] = []
    /// How far the walk has come to its bounds.
    var bounds = EvaluationBounds()
    /// What came of the references that a long walk has followed.
    private var memory: [ReferenceVisit: ReferenceOutcome] = [:]
    /// How much of that there is, by its size.
    private var remembered = 0

    /// A walk that has yet to run.
    init(of value: JSONValue, targets: SchemaTargets) {
        self.value = value
        self.targets = targets
    }

    /// Walks the whole value.
    ///
    /// - Parameter root: the schema.
    mutating func run(_ root: SchemaNode) {
        _ = evaluateChild(value, by: root)
        if violations.count < Validation.limit { violations += bounds.exhaustion }
    }

    /// Walks a value by a schema that says all about it, as far as its caller is concerned.
    ///
    /// - Returns: whether the value keeps the schema.
    mutating func evaluateChild(_ value: JSONValue, by node: SchemaNode) -> Bool {
        guard !node.isTrivial else { return true }
        let outer = bounds.inPlace
        bounds.inPlace = 0
        defer { bounds.inPlace = outer }
        var seen = SeenSet()
        let isValid = evaluate(value, by: node, &seen)
        if seen.listsMembers, case .object(let object) = value { note(object, seen) }
        return isValid
    }

    /// Walks a member or an item.
    ///
    /// - Returns: whether it keeps the schema.
    mutating func evaluateChild(_ value: JSONValue, at position: Int, by node: SchemaNode) -> Bool {
        guard !node.isTrivial else { return true }
        if let check = node.scalarCheck, check.accepts(value) { return true }
        path.append(position)
        defer { path.removeLast() }
        return evaluateChild(value, by: node)
    }

    /// Walks a member whose name the schema does not list, as the members of a map are.
    ///
    /// - Returns: whether it keeps the schema.
    mutating func evaluateUnlisted(_ value: JSONValue, at position: Int, by node: SchemaNode) -> Bool {
        freeNames.append(path.count)
        defer { freeNames.removeLast() }
        return evaluateChild(value, at: position, by: node)
    }

    /// Walks a value by one of perhaps several schemas that apply to it.
    ///
    /// - Parameters:
    ///   - value: the value.
    ///   - node: the schema.
    ///   - seen: what has been evaluated of the value; grows by what this schema evaluates.
    /// - Returns: whether the value keeps the schema.
    mutating func evaluate(_ value: JSONValue, by node: SchemaNode, _ seen: inout SeenSet) -> Bool {
        if node.rules.isFalse { return fail(value, node, "false", "nothing here") }
        if node.rules.acceptsNull, value.isNull { return true }
        if let types = node.rules.types, !types.accepts(value) { return fail(value, node, "type", types.phrase) }
        bounds.inPlace += 1
        bounds.nesting += 1
        defer {
            bounds.inPlace -= 1
            bounds.nesting -= 1
        }
        guard mayApply(node, to: value) else { return false }
        let entersScope = !targets.dynamic.isEmpty && scope.last != node.resource
        if entersScope { scope.append(node.resource) }
        defer { if entersScope { scope.removeLast() } }
        guard node.rules.hasUnevaluated else { return evaluateRules(value, node, &seen) }
        var own = SeenSet()
        let isValid = evaluateRules(value, node, &own) && evaluateRest(value, node, &own)
        seen.merge(own)
        return isValid
    }

    /// Walks the value by each group of rules.
    private mutating func evaluateRules(_ value: JSONValue, _ node: SchemaNode, _ seen: inout SeenSet) -> Bool {
        var isValid = true
        if let values = node.rules.values, let refusal = values.refusal(of: value) {
            isValid = fail(value, node, refusal.keyword, refusal.phrase)
            if isQuiet { return false }
        }
        isValid = evaluateKind(value, node, &seen) && isValid
        if !isValid && isQuiet { return false }
        if let branches = node.rules.branches {
            isValid = evaluateBranches(value, node, branches, &seen) && isValid
            if !isValid && isQuiet { return false }
        }
        if let number = node.rules.reference, let target = targets.node(number) {
            isValid = evaluate(value, byReferenceTo: number, target, &seen) && isValid
        }
        if let reference = node.rules.dynamicReference, let target = dynamicTarget(reference) {
            isValid = evaluate(value, by: target, &seen) && isValid
        }
        return isValid
    }

    /// Walks the value by what a reference leads to; a long walk does so once for each place, so that its work does not
    /// double with each level at which a schema refers to itself twice.
    private mutating func evaluate(
        _ value: JSONValue,
        byReferenceTo number: Int,
        _ target: SchemaNode,
        _ seen: inout SeenSet
    ) -> Bool {
        // Where dynamic references lead depends on the way, not on the place alone.
        guard bounds.isLong, targets.dynamic.isEmpty else { return evaluate(value, by: target, &seen) }
        let visit = ReferenceVisit(target: number, path: path)
        if let outcome = memory[visit], let found = outcome.isValid || isQuiet ? [] : outcome.violations {
            for violation in found { append(violation) }
            seen.merge(outcome.seen)
            unknown += outcome.unknown.prefix(max(0, Validation.limit - unknown.count))
            known? += outcome.known
            return outcome.isValid
        }
        let (before, count) = (mark, violations.count)
        var own = SeenSet()
        let isValid = evaluate(value, by: target, &own)
        if !bounds.isExhausted {
            remember(
                ReferenceOutcome(
                    isValid: isValid,
                    violations: isQuiet ? nil : Array(violations.dropFirst(count)),
                    seen: own,
                    unknown: Array(unknown.dropFirst(before.unknown)),
                    known: Array((known ?? []).dropFirst(before.known))
                ),
                of: visit
            )
        }
        seen.merge(own)
        return isValid
    }

    /// Keeps what came of a reference, as long as not too much is kept.
    private mutating func remember(_ outcome: ReferenceOutcome, of visit: ReferenceVisit) {
        remembered += outcome.size
        if remembered <= ReferenceOutcome.limit { memory[visit] = outcome }
    }

    /// Walks the value by the rules for its kind.
    private mutating func evaluateKind(_ value: JSONValue, _ node: SchemaNode, _ seen: inout SeenSet) -> Bool {
        switch value {
        case .null, .bool: return true
        case .number(let number):
            guard let rules = node.rules.numbers else { return true }
            return check(number, rules, node)
        case .string(let string):
            guard let rules = node.rules.strings else { return true }
            return check(string, rules, node)
        case .array(let items):
            guard let rules = node.rules.arrays else { return true }
            return evaluateArray(items, rules, node, &seen)
        case .object(let object):
            guard let rules = node.rules.objects else { return true }
            return evaluateObject(object, rules, node, &seen)
        }
    }

    /// Where a dynamic reference leads in the current scope: the outermost resource with that dynamic anchor.
    private func dynamicTarget(_ reference: DynamicReference) -> SchemaNode? {
        guard let name = reference.name, let byResource = targets.dynamic[name] else {
            return targets.node(reference.initial)
        }
        let number = scope.lazy.compactMap { byResource[$0] }.first
        return targets.node(number ?? reference.initial)
    }
}

extension Evaluation {
    /// Notes which members of an object no schema knew.
    private mutating func note(_ object: JSONObject, _ seen: SeenSet) {
        let count = object.count
        if !seen.covers(count) {
            let rest = Validation.limit - unknown.count
            let missed = (0..<count).lazy.filter { !seen.contains($0) }.prefix(max(rest, 0))
            for position in missed { unknown.append(path + [position]) }
        }
        guard known != nil, asked.contains(path) else { return }
        for position in 0..<count where seen.contains(position) { known?.append(path + [position]) }
    }

    /// How far the notes on members have come.
    struct Mark {
        /// How many unknown members are noted.
        let unknown: Int
        /// How many known members are noted.
        let known: Int
    }

    /// How far the notes on members have come.
    var mark: Mark { Mark(unknown: unknown.count, known: known?.count ?? 0) }

    /// Takes back the notes since the mark: those of a branch that failed.
    mutating func rollBack(to mark: Mark) {
        unknown.removeSubrange(mark.unknown...)
        known?.removeSubrange(mark.known...)
    }

    /// The members that no schema knew.
    ///
    /// A member missed by one schema may be known to another that applies to the same object further down, so when there
    /// are any, a second walk notes the known ones.
    /// - Parameter root: the schema that has been run.
    /// - Returns: their places, each once, in the order of the walk; none when the walk did not come to its end, since what
    ///   was not looked at is not known either.
    func undocumentedMembers(_ root: SchemaNode) -> [JSONPointer] {
        guard !unknown.isEmpty, violations.count < Validation.limit else { return [] }
        var second = Evaluation(of: value, targets: targets)
        second.known = []
        second.asked = Set(unknown.map { Array($0.dropLast()) })
        second.run(root)
        var listed = Set(second.known ?? [])
        return unknown.filter { listed.insert($0).inserted }.map(pointer)
    }

    /// The pointer to what stands at the end of a way of positions.
    func pointer(_ path: [Int]) -> JSONPointer {
        var tokens: [String] = []
        var place = value
        for position in path {
            switch place {
            case .object(let object) where position < object.count:
                tokens.append(object[position].key)
                place = object[position].value
            case .array(let items) where position < items.count:
                tokens.append(String(position))
                place = items[position]
            default: return JSONPointer(tokens: tokens)
            }
        }
        return JSONPointer(tokens: tokens)
    }
}

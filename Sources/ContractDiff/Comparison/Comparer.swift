import JSON
import JSONSchema
import SeamContract

/// Compares two documents.
///
/// Nothing calls itself here: what is found on the way waits in lists, and each pair of schemas is looked at once in each
/// unit. So schemas that refer to themselves end, and deep documents need no deep stack.
struct Comparer {
    /// Reads the schemas of the old document.
    var old: SchemaReader
    /// Reads the schemas of the new document.
    var new: SchemaReader
    /// What is compared, in the order in which it was found.
    private(set) var units: [ComparisonUnit] = []
    /// The numbers of the units for schemas, by the schemas and the direction.
    private var numbers: [SchemaPair.Key: Int] = [:]
    /// The numbers of the units for schemas that are still to be compared.
    private var components: [Int] = []
    /// The number of the unit at work.
    private var current = 0
    /// The pairs of the unit at work that are still to be compared, the next one last.
    private var pending: [SchemaPair] = []
    /// The pairs of the unit at work that were found.
    private var seen: Set<SchemaPair.Key> = []
    /// How many pairs may still be found.
    private var pairsLeft: Int
    /// How many comparers wait for this one.
    let nesting: Int

    /// A comparer of two documents.
    ///
    /// - Parameters:
    ///   - old: reads the schemas of the old document.
    ///   - new: reads the schemas of the new document.
    ///   - pairLimit: how many pairs of schemas are compared at most.
    ///   - nesting: how many comparers wait for this one.
    init(old: SchemaReader, new: SchemaReader, pairLimit: Int, nesting: Int = 0) {
        self.old = old
        self.new = new
        pairsLeft = pairLimit
        self.nesting = nesting
    }

    /// Compares the schemas that wait, and those that turn up meanwhile, each in its unit.
    ///
    /// - Throws: `DifferenceError` when a document is wrong or there are too many pairs.
    mutating func compareUnits() throws(DifferenceError) {
        try comparePending()
        while let number = components.popLast() {
            guard case .component(let old, let new, let direction) = units[number].subject else { continue }
            current = number
            try compareViews(of: SchemaPair(old: [old], new: [new], trail: Trail(old.name), direction: direction))
            try comparePending()
        }
    }

    /// Compares the schemas of the unit at work that wait.
    mutating func comparePending() throws(DifferenceError) {
        while let pair = pending.popLast() {
            try compare(pair)
        }
        seen.removeAll(keepingCapacity: true)
    }

    /// Lets a pair wait; once in each unit.
    mutating func enqueue(_ pair: SchemaPair) throws(DifferenceError) {
        guard !(pair.old.isEmpty && pair.new.isEmpty), seen.insert(pair.key).inserted else { return }
        guard pairsLeft > 0 else { throw .tooManySchemas }
        pairsLeft -= 1
        pending.append(pair)
    }

    /// Begins a unit, which becomes the one at work.
    mutating func begin(_ subject: ComparisonUnit.Subject) {
        current = units.count
        units.append(ComparisonUnit(subject: subject))
    }

    /// Notes that the unit at work refers to two schemas, which are a unit of their own.
    mutating func link(_ old: Conjunct, _ new: Conjunct, direction: Direction) {
        let key = SchemaPair.Key(old: [old.place], new: [new.place], direction: direction)
        let (number, isNew) = link(key, to: .component(old: old, new: new, direction: direction))
        if isNew { components.append(number) }
    }

    /// Notes that the unit at work refers to something, which is a unit of its own.
    ///
    /// - Returns: the number of that unit, and whether nothing has referred to it before.
    mutating func link(_ key: SchemaPair.Key, to subject: ComparisonUnit.Subject) -> (number: Int, isNew: Bool) {
        let known = numbers[key]
        let number = known ?? units.count
        if known == nil {
            numbers[key] = number
            units.append(ComparisonUnit(subject: subject))
        }
        units[current].links.insert(number)
        return (number, known == nil)
    }

    /// Notes that something is different, in the unit at work unless another is named.
    mutating func note(
        _ rule: Rule,
        at trail: Trail,
        old: Evidence? = nil,
        new: Evidence? = nil,
        in unit: Int? = nil,
        _ sentence: String
    ) {
        units[unit ?? current].changes.append(
            Observation(rule: rule, trail: trail, old: old, new: new, sentence: sentence)
        )
    }
}

public import JSON

/// Violations that are the same but for the items of lists, and the members of maps, in which they are.
public struct ViolationGroup: Sendable, Hashable, CustomStringConvertible {
    /// How many places a message names.
    public static let placeLimit = 3

    /// The first of them.
    public let first: Violation
    /// The places of the first ones, in their order: at least one and at most `placeLimit`.
    public private(set) var places: [JSONPointer]
    /// How many there are.
    public private(set) var count = 1
    /// Whether there may be more than counted, since the value was not looked at to its end.
    public let isOpen: Bool
    /// Whether all have found what the first has.
    private var isUniform = true

    /// A group of one.
    private init(_ violation: Violation, isOpen: Bool) {
        first = violation
        places = [violation.instance]
        self.isOpen = isOpen
    }

    /// What they are about, with `*` for every item's index and every name that the schema does not list:
    /// `/acs_users/*/email_address`.
    public var pattern: JSONPointer {
        first.member.map(first.instancePattern.appending) ?? first.instancePattern
    }

    /// One sentence: `at /acs_users/0/email, /1/email, /2/email and 497 more: expected a string, found 5 (…)`.
    ///
    /// For a group of one it is the violation's own.
    public var message: String {
        guard count > 1 else { return first.message }
        return "at \(placePhrase): " + first.statement(found: first.actual + (isUniform ? "" : " and other values"))
    }

    /// The message.
    public var description: String { message }

    /// The first places, those behind the first without the tokens that all of them begin with, and how many more there are.
    private var placePhrase: String {
        let shared = places.dropFirst().map { Self.sharedCount($0, places[0]) }.min() ?? 0
        var shown = places.enumerated().map { index, place in
            index == 0 ? place.description : JSONPointer(tokens: Array(place.tokens[shared...])).description
        }
        let rest = count - places.count
        if rest > 0 { shown.append((isOpen ? "at least " : "") + "\(rest) more") }
        guard let last = shown.popLast(), !shown.isEmpty else { return places[0].description }
        return shown.joined(separator: ", ") + " and " + last
    }

    /// How many tokens two places have in common at their beginning, without the last one.
    private static func sharedCount(_ left: JSONPointer, _ right: JSONPointer) -> Int {
        let common = zip(left.tokens, right.tokens).prefix { $0 == $1 }.count
        return max(0, min(common, left.tokens.count - 1))
    }

    /// Takes in another violation of the same kind.
    private mutating func add(_ violation: Violation) {
        count += 1
        let isNew = violation.instance != places.last
        if isNew, places.count < Self.placeLimit { places.append(violation.instance) }
        isUniform = isUniform && violation.actual == first.actual
    }
}

extension Validation {
    /// The violations, those together that are the same but for the items of lists and the members of maps, in the order of
    /// their first ones.
    public var groups: [ViolationGroup] {
        ViolationGroup.groups(of: violations, isOpen: violations.count == Self.limit)
    }
}

extension ViolationGroup {
    /// The groups of violations, in the order of their first ones.
    ///
    /// - Parameters:
    ///   - violations: the violations of one value.
    ///   - isOpen: whether there may be more of them.
    /// - Returns: the groups; empty when there is no violation.
    public static func groups(of violations: [Violation], isOpen: Bool = false) -> [ViolationGroup] {
        var groups: [ViolationGroup] = []
        var numbers: [Kind: Int] = [:]
        for violation in violations {
            let kind = Kind(violation)
            if let number = numbers[kind] {
                groups[number].add(violation)
                continue
            }
            if kind.instance != violation.instance { numbers[kind] = groups.count }
            groups.append(ViolationGroup(violation, isOpen: isOpen))
        }
        return groups
    }

    /// What violations of one group have in common.
    private struct Kind: Hashable {
        let instance: JSONPointer
        let schema: SchemaPlace
        let expected: String
        let member: String?
        let branch: String?

        init(_ violation: Violation) {
            instance = violation.instancePattern
            schema = violation.schema
            expected = violation.expected
            member = violation.member
            branch = violation.branch
        }
    }
}

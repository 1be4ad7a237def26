/// The case that gathers what the checks of every response find of one requirement at one operation:
/// `every-response[/acs/users/get,TR-SCHEMA]`.
///
/// Such cases stand beside those of the scenarios, so that one violation is one failed case, in however many responses it
/// shows. They send nothing themselves: the responses are those to the requests of the other cases.
public struct EveryResponse: Sendable, Hashable, Comparable {
    /// What stands for the scenario in headers of such cases, and for the folder of the suite.
    public static let scenario = "every-response"
    /// What stands for the operation of responses to requests that lead to none of the contract's.
    public static let elsewhere = "other-paths"

    /// What stands for the operation of what is compared between several: who belongs to whom, by each view of it.
    public static let graph = "identity-graph"

    /// The path of the operation, ``elsewhere`` or ``graph``.
    public let operation: String
    /// The id of the requirement.
    public let requirement: String

    /// The case of a requirement at an operation.
    ///
    /// - Parameters:
    ///   - operation: the path of the operation; nil for requests that lead to none of the contract's.
    ///   - requirement: the id of the requirement.
    public init(operation: String?, requirement: String) {
        self.operation = operation ?? Self.elsewhere
        self.requirement = requirement
    }

    /// The case with an id; nil when it is that of a scenario.
    ///
    /// - Parameter caseID: the id of a case.
    public init?(caseID: String) {
        guard Self.isOne(caseID), caseID.hasSuffix("]") else { return nil }
        let parts = caseID.dropFirst(Self.scenario.count + 1).dropLast().split(separator: ",")
        guard parts.count == 2 else { return nil }
        (operation, requirement) = (String(parts[0]), String(parts[1]))
    }

    /// Whether an id is that of such a case.
    ///
    /// - Parameter caseID: the id of a case.
    /// - Returns: whether it is.
    public static func isOne(_ caseID: String) -> Bool { caseID.hasPrefix(scenario + "[") }

    /// The id of the case.
    public var caseID: String { "\(Self.scenario)[\(operation),\(requirement)]" }

    /// Whether one comes before another: by operation, then by requirement.
    public static func < (left: EveryResponse, right: EveryResponse) -> Bool {
        (left.operation, left.requirement) < (right.operation, right.requirement)
    }
}

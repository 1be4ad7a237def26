/// What is told of the difference between two contracts, and to whom.
public struct DifferenceReport: Sendable {
    /// The difference, decisions applied.
    let difference: ContractDifference
    /// The old document's file, as it was given.
    let oldFile: String
    /// The new document's file, as it was given.
    let newFile: String
    /// Whose side decides what comes first and what is left out.
    let audience: Audience
    /// Whether changes of descriptions are listed, and not only counted.
    let listsDescriptions: Bool

    /// A report.
    ///
    /// - Parameters:
    ///   - difference: the difference, decisions applied and sorted for the audience.
    ///   - oldFile: the old document's file, as it was given.
    ///   - newFile: the new document's file, as it was given.
    ///   - audience: whose side decides what comes first and what is left out.
    ///   - listsDescriptions: whether changes of descriptions are listed, and not only counted.
    public init(
        _ difference: ContractDifference,
        oldFile: String,
        newFile: String,
        audience: Audience,
        listsDescriptions: Bool
    ) {
        self.difference = difference
        self.oldFile = oldFile
        self.newFile = newFile
        self.audience = audience
        self.listsDescriptions = listsDescriptions
    }

    /// The changes that are listed with those that are ignored: descriptions only when asked for, or when they count.
    var listedChanges: [Change] {
        difference.changes.filter { !isLeftOut($0) }
    }

    /// The changes that a person reads of.
    var shownChanges: [Change] {
        listedChanges.filter { $0.impact[audience] > .ignored }
    }

    /// How many changes of descriptions are not listed.
    var descriptionCount: Int {
        difference.changes.count(where: isLeftOut)
    }

    /// How many of the listed changes are so bad for one side.
    func count(of severity: Severity, for audience: Audience) -> Int {
        listedChanges.count { $0.impact[audience] == severity }
    }

    /// Whether some listed change is at least so bad for the audience.
    ///
    /// - Parameter severity: how bad.
    /// - Returns: true when one is.
    public func hasChange(atLeast severity: Severity) -> Bool {
        listedChanges.contains { $0.impact[audience] >= severity }
    }

    private func isLeftOut(_ change: Change) -> Bool {
        change.rule.isAboutDescriptions && !listsDescriptions
            && Audience.allCases.allSatisfy { change.impact[$0] <= .harmless }
    }
}

extension DifferenceReport {
    /// How many changes are how bad for one side: `2 breaking, 1 risky`; `none` when there are none.
    func counts(for audience: Audience) -> String {
        let counts = Severity.allCases.reversed().compactMap { severity in
            let count = count(of: severity, for: audience)
            return count == 0 ? nil : "\(count) \(severity.rawValue)"
        }
        return counts.isEmpty ? "none" : counts.joined(separator: ", ")
    }

    /// What is said when descriptions have changed; nil when none have, or they are listed.
    var descriptionRemark: String? {
        switch descriptionCount {
        case 0: nil
        case 1: "1 description has changed (--descriptions lists it)"
        case let count: "\(count) descriptions have changed (--descriptions lists them)"
        }
    }
}

import Foundation
import SeamContract
import Testing

@Suite(
    "The catalogue beside the list it was drawn from",
    .enabled(if: ProjectFiles.hasRequirementList, "needs the list at ../shared/contract/requirements.psv")
)
struct RequirementListTests {
    /// Ids whose level differs from the list's, and why.
    private static let weaker: [String: String] = [
        "TR-404-ROUTE": "only the framework's code shows it",
        "TR-JSON-MALFORMED": "only the framework's code shows it",
        "AUTH-BEFORE-404": "only the framework's code shows it",
        "AUTH-PAT-BAD-WS": "only the stand-in server shows it",
        "AU-SUSP-404": "only the stand-in server shows it",
        "LS-CURSOR-BAD": "only the stand-in server shows it",
    ]
    /// Ids that the list does not have, and what they are for.
    private static let added: [String: String] = [
        "TR-SCHEMA": "what no other requirement says of a response schema",
        "AUTH-BEARER": "the first seed page's section on authorization",
        "UI-CREATE": "the first seed page's response",
        "AU-CREATE": "the second seed page's response",
        "AU-ECHO": "the second seed page's response",
        "AU-CREATED-FMT": "the second seed page's created_at",
        "AU-V-TYPES": "the second seed page's types of parameters",
        "TR-NO-SECRET": "a check on every exchange: what must not end up in logs",
        "WS-REST": "isolation of what the list's rows on identities and users leave out",
    ]

    @Test("every requirement has the level of the list, other than those that carry a reason")
    func levels() throws {
        let list = try String(contentsOf: ProjectFiles.requirementList, encoding: .utf8)
        var levels: [String: String] = [:]
        for line in list.split(separator: "\n") where !line.hasPrefix("#") {
            let columns = line.split(separator: "|", omittingEmptySubsequences: false)
            levels[String(columns[0])] = columns[1].lowercased()
        }
        let catalogue = try ProjectFiles.catalogue.get()
        for requirement in catalogue.requirements {
            if Self.added[requirement.id] != nil {
                #expect(levels[requirement.id] == nil, "\(requirement.id)")
            } else if Self.weaker[requirement.id] != nil {
                #expect(levels[requirement.id] == "must" && requirement.level == .should, "\(requirement.id)")
            } else {
                #expect(levels[requirement.id] == requirement.level.rawValue, "\(requirement.id)")
            }
        }
    }
}

public import JSONSchema

/// All requirements, found by id and by the part of a response that they govern.
public struct Catalogue: Sendable {
    /// The id of the requirement that every response keeps the published schema: the answer when no other fits.
    public static let schemaRequirementID = "TR-SCHEMA"

    /// The requirements, sorted by id.
    public let requirements: [Requirement]
    /// Where in ``requirements`` an id stands.
    private let places: [String: Int]
    /// Which requirement a part of a schema belongs to, by the part's path.
    private let placesBySchema: [String: Int]

    /// A catalogue of these requirements.
    ///
    /// - Parameter requirements: the requirements, no two with the same id, no two for the same part of a schema.
    init(unique requirements: [Requirement]) {
        self.requirements = requirements.sorted { $0.id < $1.id }
        var places: [String: Int] = [:]
        var placesBySchema: [String: Int] = [:]
        for (place, requirement) in self.requirements.enumerated() {
            places[requirement.id] = place
            for schema in requirement.schemas {
                placesBySchema[schema] = place
            }
        }
        self.places = places
        self.placesBySchema = placesBySchema
    }

    /// The requirement of that id; nil when there is none.
    ///
    /// - Parameter id: such as `UI-UNIQ-EMAIL`.
    public subscript(id: String) -> Requirement? {
        places[id].map { requirements[$0] }
    }

    /// The requirement that a violation of a response schema breaks: the one for the innermost part that has one.
    ///
    /// - Parameter violation: what was found in a response.
    /// - Returns: the requirement; that of ``schemaRequirementID`` when no part on the way has one, nil when even that is
    ///   missing.
    public func requirement(for violation: Violation) -> Requirement? {
        let isNull = violation.keyword == "type" && violation.actual == "null"
        return requirement(
            forComponent: violation.schema.component,
            memberPath: violation.schema.memberPath + [violation.member].compactMap(\.self),
            keywords: isNull ? ["null", "type"] : [violation.keyword]
        )
    }

    /// The requirement for a part of a response: the one for the innermost part around it that has one.
    ///
    /// - Parameters:
    ///   - component: the component schema, such as `acs_user`; nil for the response itself.
    ///   - memberPath: the names of the members from there to the part; empty for the component as a whole.
    ///   - keywords: the schema keywords that were broken there, the most telling first.
    /// - Returns: the requirement; that of ``schemaRequirementID`` when no part on the way has one, nil when even that is
    ///   missing.
    public func requirement(
        forComponent component: String?,
        memberPath: [String],
        keywords: [String] = []
    ) -> Requirement? {
        for length in stride(from: memberPath.count, through: 0, by: -1) {
            let part = ([component ?? ""] + memberPath.prefix(length)).joined(separator: ".")
            let isInnermost = length == memberPath.count
            for name in (isInnermost ? keywords.map { "\(part)#\($0)" } : []) + [part] {
                if let place = placesBySchema[name] { return requirements[place] }
            }
        }
        return self[Self.schemaRequirementID]
    }
}

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

    /// The requirement that a breach of a response schema breaks: the one for the innermost part that has one.
    ///
    /// - Parameters:
    ///   - component: the component schema that was broken, such as `acs_user`; nil for the response itself.
    ///   - memberPath: the names of the members from there to the broken one; empty for the component as a whole.
    /// - Returns: the requirement; ``schemaRequirementID`` when no part on the way has one, nil when even that is missing.
    public func requirement(forComponent component: String?, memberPath: [String]) -> Requirement? {
        for length in stride(from: memberPath.count, through: 0, by: -1) {
            let part = ([component ?? ""] + memberPath.prefix(length)).joined(separator: ".")
            if let place = placesBySchema[part] { return requirements[place] }
        }
        return self[Self.schemaRequirementID]
    }
}

package import SeamContract

/// The checks that look at every exchange without being asked.
package enum AutomaticChecks {
    /// What a check says of a response: each requirement that it weighed; none when it has nothing to say.
    typealias Check = @Sendable (Observation, Catalogue) -> [Weighing]

    /// All of them, in the order in which they report.
    static let all: [(requirementID: String, weighings: Check)] = [
        (ServerErrorCheck.requirementID, ServerErrorCheck.weighings),
        (RedirectCheck.requirementID, RedirectCheck.weighings),
        (Catalogue.schemaRequirementID, StatusCheck.weighings),
        (SuccessStatusCheck.requirementID, SuccessStatusCheck.weighings),
        (SuccessContentTypeCheck.requirementID, SuccessContentTypeCheck.weighings),
        (ErrorContentTypeCheck.requirementID, ErrorContentTypeCheck.weighings),
        (Catalogue.schemaRequirementID, BodySyntaxCheck.weighings),
        (Catalogue.schemaRequirementID, DuplicateMemberCheck.weighings),
        (SuccessFlagCheck.requirementID, SuccessFlagCheck.weighings),
        (ErrorFlagCheck.requirementID, ErrorFlagCheck.weighings),
        (ErrorEnvelopeCheck.requirementID, ErrorEnvelopeCheck.weighings),
        (Catalogue.schemaRequirementID, ResponseSchemaCheck.weighings),
        (RequestIDCheck.requirementID, RequestIDCheck.weighings),
        (StackTraceCheck.requirementID, StackTraceCheck.weighings),
        (SecretCheck.requirementID, SecretCheck.weighings),
    ]

    /// The ids of the requirements that every exchange can prove or break: those of the checks, and those that govern parts
    /// of the response schemas.
    ///
    /// - Parameter catalogue: the requirements.
    /// - Returns: the ids, as far as the catalogue has them.
    package static func requirementIDs(in catalogue: Catalogue) -> Set<String> {
        let checked = Set(all.map(\.requirementID))
        return Set(catalogue.requirements.filter { checked.contains($0.id) || !$0.schemas.isEmpty }.map(\.id))
    }

    /// The ids of the requirements that a check weighs, as far as the catalogue has them; one that it lacks counts as that of
    /// the response schemas.
    static func checkedIDs(in catalogue: Catalogue) -> Set<String> {
        Set(all.map { catalogue.weighedID($0.requirementID) })
    }

    /// The ids of the requirements that are weighed of whatever answers, be the operation known or not.
    static func idsElsewhere(in catalogue: Catalogue) -> Set<String> {
        let ids = [
            ServerErrorCheck.requirementID, RedirectCheck.requirementID, StackTraceCheck.requirementID,
            SecretCheck.requirementID,
        ]
        return Set(ids.map(catalogue.weighedID))
    }

    /// Everything the checks say of a response; a breach that two of them find at one place is told once.
    ///
    /// - Parameters:
    ///   - observation: the response.
    ///   - catalogue: the requirements.
    /// - Returns: the weighings in the order of the checks.
    static func weighings(_ observation: Observation, _ catalogue: Catalogue) -> [Weighing] {
        var told: Set<[String]> = []
        return all.flatMap { $0.weighings(observation, catalogue) }.compactMap { weighing in
            guard !weighing.breaches.isEmpty else { return weighing }
            let breaches = weighing.breaches.filter { told.insert([weighing.requirement, $0.place]).inserted }
            return breaches.isEmpty ? nil : Weighing(weighing.requirement, breaches: breaches)
        }
    }
}

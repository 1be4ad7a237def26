import SeamContract

/// The checks that look at every exchange without being asked.
enum AutomaticChecks {
    /// What a check says of a response: each requirement that it weighed; none when it has nothing to say.
    typealias Check = @Sendable (Observation, Catalogue) -> [Weighing]

    /// All of them, in the order in which they report.
    static let all: [Check] = [
        ServerErrorCheck.weighings, RedirectCheck.weighings, StatusCheck.weighings, SuccessStatusCheck.weighings,
        SuccessContentTypeCheck.weighings, ErrorContentTypeCheck.weighings, BodySyntaxCheck.weighings,
        DuplicateMemberCheck.weighings, SuccessFlagCheck.weighings, ErrorFlagCheck.weighings,
        ErrorEnvelopeCheck.weighings, ResponseSchemaCheck.weighings, RequestIDCheck.weighings,
        StackTraceCheck.weighings, SecretCheck.weighings,
    ]

    /// Everything the checks say of a response; a breach that two of them find at one place is told once.
    ///
    /// - Parameters:
    ///   - observation: the response.
    ///   - catalogue: the requirements.
    /// - Returns: the weighings in the order of the checks.
    static func weighings(_ observation: Observation, _ catalogue: Catalogue) -> [Weighing] {
        var told: Set<[String]> = []
        return all.flatMap { $0(observation, catalogue) }.compactMap { weighing in
            guard !weighing.breaches.isEmpty else { return weighing }
            let breaches = weighing.breaches.filter { told.insert([weighing.requirement, $0.place]).inserted }
            return breaches.isEmpty ? nil : Weighing(weighing.requirement, breaches: breaches)
        }
    }
}

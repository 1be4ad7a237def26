extension Fault {
    /// Faults of form: how requests are read and how answers look, whatever is stored.
    static let form: [Fault] = transport + authorization + identityForm + userForm

    /// Faults of transport, whatever the operation.
    private static let transport =
        methods + redirects + statuses + contentTypes + requestIDs + envelopes + refusals + validationErrors + queries
        + bodies + crashes

    /// Faults of who may call.
    private static let authorization = credentials + tokens + orderOfChecks

    /// Faults in what identities show, and may be asked.
    private static let identityForm =
        identityEnvelope + identityMembers + identityForms + identityNames + identityEcho + identityValidation
        + identityNulls + identitySelection

    /// Faults in what access-system users show, and may be asked.
    private static let userForm =
        userEnvelope + userMembers + userForms + userEcho + userValidation + userSelection + scheduleForms
        + scheduleValidation
}

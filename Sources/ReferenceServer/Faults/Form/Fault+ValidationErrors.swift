import JSON

extension Fault {
    /// Faults of what a refusal says about parameters.
    static let validationErrors = [
        Fault(
            id: "no-validation-errors",
            requirement: "TR-VALIDATION-SHAPE",
            summary: "A refused parameter is told without validation_errors.",
            effect: .body(.drop("error.validation_errors"), statuses: 400...400)
        ),
        Fault(
            id: "validation-errors-as-list",
            requirement: "TR-VALIDATION-SHAPE",
            summary: "The validation_errors are a list.",
            effect: .body(
                .replace("error.validation_errors", [["path": "email_address", "message": "Invalid email"]]),
                statuses: 400...400
            )
        ),
        Fault(
            id: "validation-message-as-text",
            requirement: "TR-VALIDATION-SHAPE",
            summary: "What is wrong with an e-mail address is a text and no list of texts.",
            effect: .body(
                .replace("error.validation_errors.email_address._errors", "Invalid email"),
                statuses: 400...400
            )
        ),
        Fault(
            id: "validation-messages-empty",
            requirement: "TR-VALIDATION-SHAPE",
            summary: "The list of what is wrong with an e-mail address is empty.",
            effect: .body(.replace("error.validation_errors.email_address._errors", []), statuses: 400...400)
        ),
        Fault(
            id: "validation-type",
            requirement: "TR-VALIDATION-SHAPE",
            summary: "A refused parameter has another error type than invalid_input.",
            effect: .body(
                .replace("error.type", "validation_failed", where: .equal("invalid_input")),
                statuses: 400...400
            )
        ),
        Fault(
            id: "validation-names-in-camel-case",
            requirement: "TR-VALIDATION-NAMES",
            summary: "The validation_errors name an e-mail address in camel case.",
            effect: .body(
                .rename("email_address", to: "emailAddress", in: "error.validation_errors"),
                statuses: 400...400
            )
        ),
        Fault(
            id: "validation-names-innocent-key",
            requirement: "TR-VALIDATION-NAMES",
            summary: "The validation_errors name a key that is right.",
            effect: .body(
                .set("error.validation_errors.user_identity_key", ["_errors": ["Invalid"]]),
                asked: ["user_identity_key": .present, "email_address": .not(.contains("@"))],
                statuses: 400...400
            )
        ),
        Fault(
            id: "validation-names-innocent-name",
            requirement: "TR-VALIDATION-NAMES",
            summary: "The validation_errors name a name that is right when an e-mail address is wrong.",
            effect: .body(
                .copy("email_address", to: "full_name", in: "error.validation_errors"),
                of: "acs.users.create",
                statuses: 400...400
            )
        ),
    ]
}

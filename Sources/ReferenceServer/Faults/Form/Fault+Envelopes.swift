import JSON

extension Fault {
    /// Faults of the error envelope.
    static let envelopes = [
        Fault(
            id: "error-without-message",
            requirement: "TR-ERR-ENVELOPE",
            summary: "Refusals bear no message.",
            effect: .body(.drop("error.message"), statuses: 400...499)
        ),
        Fault(
            id: "error-as-text",
            requirement: "TR-ERR-ENVELOPE",
            summary: "The error of a refusal is a text.",
            effect: .body(.replace("error", "The request was refused"), statuses: 400...499)
        ),
        Fault(
            id: "error-type-empty",
            requirement: "TR-ERR-ENVELOPE",
            summary: "The error type of what is not found is empty.",
            effect: .body(.replace("error.type", ""), statuses: 404...404)
        ),
        Fault(
            id: "error-message-null",
            requirement: "TR-ERR-ENVELOPE",
            summary: "The message of a refusal for the credential is null.",
            effect: .body(.replace("error.message", .null), statuses: 401...401)
        ),
        Fault(
            id: "errors-as-list",
            requirement: "TR-ERR-ENVELOPE",
            summary: "Refusals bear a list of errors and no error.",
            effect: .body(.enclose("error"), .rename("error", to: "errors"), statuses: 400...400)
        ),
        Fault(
            id: "unauthorized-bare",
            requirement: "TR-ERR-ENVELOPE",
            summary: "A refusal for the credential is a message without an envelope.",
            effect: .body(.replace("", ["message": "Unauthorized"]), statuses: 401...401)
        ),
        Fault(
            id: "not-found-in-words",
            requirement: "TR-ERR-ENVELOPE",
            summary: "What is not found is told in words that are no JSON.",
            effect: .response(.text("Not Found", type: "application/json"), statuses: 404...404)
        ),
        Fault(
            id: "refusal-ok-true",
            requirement: "TR-OK-FALSE",
            summary: "Refusals say that they are ok.",
            effect: .body(.replace("ok", true), statuses: 400...499)
        ),
        Fault(
            id: "refusal-without-ok",
            requirement: "TR-OK-FALSE",
            summary: "Refusals have no ok.",
            effect: .body(.drop("ok"), statuses: 400...400)
        ),
        Fault(
            id: "unauthorized-ok-null",
            requirement: "TR-OK-FALSE",
            summary: "The ok of a refusal for the credential is null.",
            effect: .body(.replace("ok", .null), statuses: 401...401)
        ),
    ]
}

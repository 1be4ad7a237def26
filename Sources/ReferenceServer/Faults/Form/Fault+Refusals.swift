import JSON

extension Fault {
    /// Faults of what refusals say.
    static let refusals = [
        Fault(
            id: "error-type-in-capitals",
            requirement: "TR-ERR-TYPE-FORM",
            summary: "The error types of what is not found are written in capital letters.",
            effect: .body(.rewrite("error.type", .uppercased), statuses: 404...404)
        ),
        Fault(
            id: "error-type-in-words",
            requirement: "TR-ERR-TYPE-FORM",
            summary: "The error types of what is not found are words with spaces.",
            effect: .body(.rewrite("error.type", .replacing("_", by: " ")), statuses: 404...404)
        ),
        Fault(
            id: "error-type-by-method",
            requirement: "TR-ERR-TYPE-FORM",
            summary: "An unknown identity has another error type by GET than by POST.",
            effect: .body(
                .replace("error.type", "not_found_error"),
                of: "user_identities.get",
                by: "GET",
                statuses: 404...404
            )
        ),
        Fault(
            id: "error-with-stack",
            requirement: "TR-ERR-NOSTACK",
            summary: "Refusals show the stack.",
            effect: .body(
                .set("error.stack", "Error: refused\n    at handler (/srv/app/src/routes/create.ts:41:11)"),
                statuses: 400...400
            )
        ),
        Fault(
            id: "error-with-traceback",
            requirement: "TR-ERR-NOSTACK",
            summary: "The message about what is not found is a traceback.",
            effect: .body(
                .replace("error.message", "Traceback (most recent call last): File \"/srv/app/store.py\", line 88"),
                statuses: 404...404
            )
        ),
        Fault(
            id: "error-with-path",
            requirement: "TR-ERR-NOSTACK",
            summary: "The message of a refusal for the credential names a file of the server.",
            effect: .body(
                .rewrite("error.message", .suffixed(" (/srv/app/node_modules/auth/index.js:12)")),
                statuses: 401...401
            )
        ),
        Fault(
            id: "repeated-credential",
            requirement: "TR-NO-SECRET",
            summary: "Responses repeat the credential in a header.",
            effect: .response(.repeated("authorization", as: "x-request-authorization"))
        ),
        Fault(
            id: "refusal-repeats-credential",
            requirement: "TR-NO-SECRET",
            summary: "Refusals for the credential repeat it in a header.",
            effect: .response(.repeated("authorization", as: "www-authenticate"), statuses: 401...401)
        ),
        Fault(
            id: "error-data-as-list",
            requirement: "TR-ERR-DATA",
            summary: "The data of an error is a list.",
            effect: .body(.set("error.data", []), statuses: 400...400)
        ),
    ]
}

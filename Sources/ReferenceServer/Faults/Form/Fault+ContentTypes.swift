import JSON

extension Fault {
    /// Faults of content types.
    static let contentTypes = [
        Fault(
            id: "success-as-plain-text",
            requirement: "TR-CT-SUCCESS",
            summary: "Successful answers come as text/plain.",
            effect: .response(.header("content-type", "text/plain; charset=utf-8"))
        ),
        Fault(
            id: "list-as-html",
            requirement: "TR-CT-SUCCESS",
            summary: "Lists come as text/html.",
            effect: .response(.header("content-type", "text/html"), of: "*.list")
        ),
        Fault(
            id: "deleted-without-content-type",
            requirement: "TR-CT-SUCCESS",
            summary: "Answers to DELETE have no content type.",
            effect: .response(.header("content-type", nil), by: "DELETE")
        ),
        Fault(
            id: "vendor-json",
            requirement: "TR-CT-SUCCESS",
            summary: "An access-system user comes as JSON of the vendor's own media type.",
            effect: .response(.header("content-type", "application/vnd.access+json"), of: "acs.users.get")
        ),
        Fault(
            id: "problem-json",
            requirement: "TR-ERR-CT",
            summary: "Refusals come as application/problem+json.",
            effect: .response(.header("content-type", "application/problem+json"), statuses: 400...499)
        ),
        Fault(
            id: "unauthorized-as-html",
            requirement: "TR-ERR-CT",
            summary: "A refusal for the credential comes as text/html.",
            effect: .response(.header("content-type", "text/html"), statuses: 401...401)
        ),
        Fault(
            id: "not-found-as-text",
            requirement: "TR-ERR-CT",
            summary: "What is not found is told as text/plain.",
            effect: .response(.header("content-type", "text/plain"), statuses: 404...404)
        ),
    ]
}

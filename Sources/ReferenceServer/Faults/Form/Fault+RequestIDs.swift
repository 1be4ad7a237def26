import JSON

extension Fault {
    /// Faults of request ids.
    static let requestIDs = [
        Fault(
            id: "missing-request-id",
            requirement: "TR-REQID",
            summary: "No response bears a seam-request-id.",
            effect: .response(.header("seam-request-id", nil), statuses: 100...599)
        ),
        Fault(
            id: "empty-request-id",
            requirement: "TR-REQID",
            summary: "The seam-request-id of lists is empty.",
            effect: .response(.header("seam-request-id", ""), of: "*.list")
        ),
        Fault(
            id: "refusal-without-request-id",
            requirement: "TR-REQID",
            summary: "Refusals bear no seam-request-id.",
            effect: .response(.header("seam-request-id", nil), statuses: 400...499)
        ),
        Fault(
            id: "unauthorized-without-request-id",
            requirement: "TR-REQID",
            summary: "Refusals for the credential bear no seam-request-id.",
            effect: .response(.header("seam-request-id", nil), statuses: 401...401)
        ),
        Fault(
            id: "one-request-id",
            requirement: "TR-REQID-UNIQUE",
            summary: "All responses bear the same seam-request-id.",
            effect: .response(.header("seam-request-id", "c3f3bb1e-6b1d-4f4b-9a52-8a7be5d8f2a1"), statuses: 100...599)
        ),
        Fault(
            id: "cached-request-id",
            requirement: "TR-REQID-UNIQUE",
            summary: "The answer about the workspace is kept with its seam-request-id.",
            effect: .response(
                .header("seam-request-id", "0b5f0f3c-1f5e-4c49-8d3e-2b6f0a1c7d94"),
                of: "workspaces.get"
            )
        ),
    ]
}

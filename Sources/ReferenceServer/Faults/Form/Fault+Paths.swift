import JSON

extension Fault {
    /// Faults of paths, redirects, browsers and time.
    static let redirects = [
        Fault(
            id: "unknown-path-is-bad-request",
            requirement: "TR-404-ROUTE",
            summary: "An unknown path is answered 400.",
            effect: .response(.status(400), statuses: 404...404, showing: ["error.type": .equal("not_found")])
        ),
        Fault(
            id: "unknown-path-succeeds",
            requirement: "TR-404-ROUTE",
            summary: "An unknown path is answered 200 with a page.",
            effect: .response(
                .status(200),
                .text("<!doctype html><title>Seam</title>", type: "text/html"),
                statuses: 404...404,
                showing: ["error.type": .equal("not_found")]
            )
        ),
        Fault(
            id: "unknown-path-as-page",
            requirement: "TR-404-JSON",
            summary: "The answer for an unknown path is a page.",
            effect: .response(
                .text("<!doctype html><title>404 Not Found</title>", type: "text/html"),
                statuses: 404...404,
                showing: ["error.type": .equal("not_found")]
            )
        ),
        Fault(
            id: "redirect-get-of-identity",
            requirement: "TR-NO-REDIRECT",
            summary: "A GET of an identity is redirected to the path with a slash at its end.",
            effect: .response(
                .status(308),
                .header("location", "/user_identities/get/"),
                of: "user_identities.get",
                by: "GET"
            )
        ),
        Fault(
            id: "redirect-list-of-users",
            requirement: "TR-NO-REDIRECT",
            summary: "The list of users is redirected to another path.",
            effect: .response(.status(307), .header("location", "/v2/acs/users/list"), of: "acs.users.list", by: "GET")
        ),
        Fault(
            id: "slow-creation",
            requirement: "TR-TIMEOUT-30",
            summary: "Creating an identity takes longer than clients wait.",
            effect: .response(.delay(.seconds(31)), of: "user_identities.create")
        ),
        Fault(
            id: "preflight-needs-key",
            requirement: "TR-CORS",
            summary: "OPTIONS is refused without a credential.",
            effect: .response(.status(401), by: "OPTIONS")
        ),
        Fault(
            id: "no-cross-origin",
            requirement: "TR-CORS",
            summary: "The answer to OPTIONS has no access-control headers.",
            effect: .response(
                .header("access-control-allow-origin", nil),
                .header("access-control-allow-methods", nil),
                by: "OPTIONS"
            )
        ),
        Fault(
            id: "header-names-in-one-case",
            requirement: "TR-HEADER-CASE",
            summary: "Header fields are not found when their names are written in capital letters.",
            effect: .server(\.matchesHeadersInAnyCase)
        ),
    ]
}

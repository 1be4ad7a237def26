import SeamModel

extension Fault {
    /// Faults of reading one identity.
    static let identityReading = [
        Fault(
            id: "get-unknown-id-first",
            requirement: "UI-GET-404",
            summary: "Reading by an unknown id gives the first identity of the workspace.",
            effect: .policy(\.identities.refusesUnknownID)
        ),
        Fault(
            id: "get-by-key-blind",
            requirement: "UI-GET-KEY",
            summary: "Reading by key finds nobody.",
            effect: .misreads(.rewrite("user_identity_key", .suffixed("?")), of: "user_identities.get")
        ),
        Fault(
            id: "get-makes-identity",
            requirement: "UI-GET-KEY-404",
            summary: "Reading by an unknown key makes an identity with it.",
            effect: .policy(\.identities.readsOnly)
        ),
        Fault(
            id: "get-by-part-of-key",
            requirement: "UI-GET-KEY-EXACT",
            summary: "Reading by the beginning of a key finds the identity.",
            effect: .policy(\.identities.findsKeysWhole)
        ),
        Fault(
            id: "get-by-trimmed-key",
            requirement: "UI-GET-KEY-EXACT",
            summary: "White space around a key is passed over when an identity is read by it.",
            effect: .misreads(.rewrite("user_identity_key", .trimmed), of: "user_identities.get")
        ),
    ]
}

import Results
import SeamContract

/// The cases of the sample run.
enum SampleCases {
    static let all = duplicates + [missingMember, warning, lost, blocked] + passed + unjudged

    /// The second identity with one e-mail address is accepted: one fault, seen in three cases.
    private static let duplicates = ["same", "other-case", "padded"].map { variant in
        let taken = #"{"email_address":"ana.9f2c@example.com"}"#
        let identity =
            #"{"user_identity":{"user_identity_id":"3c5bd7a1-6f0b-4f3e-9d57-0c8b1c6f2a11","#
            + #""email_address":"ana.9f2c@example.com","full_name":null,"errors":[],"warnings":[]},"ok":true}"#
        return SampleRun.sampleCase(
            "identity-value-unique",
            variant: variant,
            in: "user-identities/unique",
            line: 2,
            title: "a second identity with the same e-mail address is refused",
            verdict: .failed,
            milliseconds: 41,
            requirements: [
                RequirementResult(id: "TR-OK-TRUE", level: .must, weighed: 2, broken: 0),
                RequirementResult(id: "UI-UNIQ-EMAIL", level: .must, weighed: 1, broken: 1),
            ],
            findings: [
                Finding(
                    code: "expectation",
                    requirements: ["UI-UNIQ-EMAIL"],
                    severity: .must,
                    step: "create the second",
                    exchange: 2,
                    operation: "/user_identities/create",
                    place: "status",
                    message: "the second identity was not refused",
                    expected: "a 4xx error envelope",
                    actual: "200"
                )
            ],
            exchanges: [
                SampleRun.exchange(
                    1,
                    step: "create the first",
                    path: "/user_identities/create",
                    sends: taken,
                    answer: identity
                ),
                SampleRun.exchange(
                    2,
                    step: "create the second",
                    path: "/user_identities/create",
                    sends: taken,
                    answer: identity
                ),
            ]
        )
    }

    private static let missingMember = SampleRun.sampleCase(
        "access-user-create-echo",
        in: "access-users/create",
        line: 2,
        title: "the answer has every member of an access-system user",
        verdict: .failed,
        milliseconds: 58,
        requirements: [RequirementResult(id: "AU-SCHEMA", level: .must, weighed: 1, broken: 1)],
        findings: [
            Finding(
                code: "schema.required",
                requirements: ["AU-SCHEMA"],
                severity: .must,
                step: "create",
                exchange: 1,
                operation: "/acs/users/create",
                place: "/acs_user/is_managed",
                message: "a required member is missing",
                expected: "the member 'is_managed'",
                actual: "acs_system_id, acs_user_id, display_name, …"
            )
        ],
        exchanges: [
            SampleRun.exchange(
                step: "create",
                path: "/acs/users/create",
                sends: #"{"acs_system_id":"d2f9b1c4-0e77-4a3b-8a51-6f4f4e0b9c10","full_name":"Ana O'Hara"}"#,
                answer: #"{"acs_user":{"acs_user_id":"77a0c3de-91a5-4b53-9c7e-2b7f2f6d1e55"},"ok":true}"#
            )
        ],
        drifts: [
            Drift(kind: .undocumentedMember, operation: "/acs/users/create", place: "/acs_user/nickname"),
            Drift(kind: .undeclaredStatus, operation: "/acs/users/create", place: "409"),
        ]
    )

    private static let warning = SampleRun.sampleCase(
        "request-id",
        in: "transport/requests",
        line: 115,
        title: "every answer carries a request id",
        verdict: .warned,
        requirements: [RequirementResult(id: "TR-REQID", level: .should, weighed: 4, broken: 1)],
        findings: [
            Finding(
                code: "header.missing",
                requirements: ["TR-REQID"],
                severity: .should,
                step: "list",
                exchange: 1,
                operation: "/user_identities/list",
                place: "header seam-request-id",
                message: "the header field is missing",
                expected: "a header field seam-request-id",
                actual: "none"
            )
        ],
        exchanges: [SampleRun.exchange(step: "list", path: "/user_identities/list", sends: "{}")]
    )

    private static let lost = SampleRun.sampleCase(
        "access-user-search-by-identity",
        in: "access-users/list",
        line: 72,
        title: "the users of an identity are listed",
        verdict: .error,
        reason: "no whole response within 10 s",
        milliseconds: 10_004,
        findings: [
            Finding(
                code: "transport.timedOut",
                requirements: [],
                severity: .harness,
                step: "list",
                operation: "/acs/users/list",
                place: "",
                message: "no whole response within 10 s",
                expected: "",
                actual: ""
            )
        ]
    )

    private static let blocked = SampleRun.sampleCase(
        "access-user-groups",
        in: "access-users/groups",
        line: 2,
        title: "groups are joined at creation",
        verdict: .blocked,
        reason: "given 'a group' was refused: 404 (expected 200)"
    )

    private static let passed = ["email", "phone", "key", "name"].map { variant in
        SampleRun.sampleCase(
            "identity-create-one-value",
            variant: variant,
            in: "user-identities/create",
            line: 76,
            title: "one attribute is enough",
            verdict: .passed,
            requirements: [
                RequirementResult(id: "TR-OK-TRUE", level: .must, weighed: 1, broken: 0),
                RequirementResult(id: "UI-CREATE", level: .must, weighed: 3, broken: 0),
            ],
            exchanges: variant == "key"
                ? [
                    SampleRun.exchange(
                        step: "create",
                        path: "/user_identities/create",
                        sends: #"{"user_identity_key":"ana-9f2c"}"#,
                        retries: [TransportRetry(reason: "429", delay: .seconds(1))]
                    )
                ] : []
        )
    }

    private static let unjudged = [
        SampleRun.sampleCase(
            "isolation-identity-unseen",
            in: "isolation/workspaces",
            line: 2,
            title: "another workspace sees nothing",
            verdict: .skipped,
            reason: "other-workspace: no key of another workspace (set SEAM_OTHER_API_KEY)",
            milliseconds: 0,
            untested: ["AU-LINK-EMAIL"]
        ),
        SampleRun.sampleCase(
            "isolation-entrance",
            in: "isolation/workspaces",
            line: 150,
            title: "an entrance can be opened to an identity",
            verdict: .notApplicable,
            reason: "/acs/entrances/grant_access is not offered: 404 without an error envelope",
            milliseconds: 0,
            untested: ["AU-LINK-EMAIL"]
        ),
    ]
}

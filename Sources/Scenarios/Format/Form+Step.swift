import SeamContract

extension Form {
    /// A step that calls an operation.
    static let call = Form(
        name: .call,
        summary: "A step that calls an operation of the contract.",
        keys: [
            Key(
                name: "call",
                shape: .text(.any),
                summary: "the operation, as /user_identities/create or user_identities.create",
                isRequired: true
            )
        ] + requestKeys
    )

    /// A step that calls a path.
    static let path = Form(
        name: .path,
        summary: "A step that calls a path which need not be in the contract.",
        keys: [
            Key(name: "path", shape: .text(.way), summary: "the path below the endpoint", isRequired: true)
        ] + requestKeys
    )

    /// A step that follows a URL.
    static let url = Form(
        name: .url,
        summary: "A step that follows a URL which the endpoint gave, by GET, where it leads to the endpoint itself.",
        keys: [
            Key(name: "url", shape: .text(.any), summary: "the URL; null is passed over", isRequired: true)
        ] + requestKeys.filter { ["name", "as", "headers", "eventually", "save", "expect"].contains($0.name) }
    )

    /// A step that uses a block.
    static let use = Form(
        name: .use,
        summary: "A step that does what a block says.",
        keys: [
            Key(name: "name", shape: .text(.phrase), summary: "what the step is called in reports"),
            Key(
                name: "use",
                shape: .either([.text(.id), .list(.text(.id), atLeast: 1)]),
                summary: "the block's name, or several, of which the first counts whose preconditions hold",
                isRequired: true
            ),
            Key(name: "with", shape: .map(.name, .any), summary: "the block's parameters"),
            Key(
                name: "save",
                shape: .map(.name, .text(.name)),
                summary: "the names to keep what the block gives under; without this all of it, under its own names"
            ),
        ]
    )

    /// The keys of every step that calls the endpoint.
    private static let requestKeys = [
        Key(name: "name", shape: .text(.phrase), summary: "what the step is called in reports"),
        Key(
            name: "method",
            shape: .word("method", ["post", "alias"] + Contract.Method.allCases.map(\.rawValue)),
            summary: "post (the default), alias (the operation's other method, its parameters where SDKs put them), "
                + "or an HTTP method"
        ),
        Key(
            name: "as",
            shape: .either([.word("credential", Credential.words.map(\.word)), .form(.token)]),
            summary: "who asks; own is the default"
        ),
        Key(name: "body", shape: .any, summary: "the body as JSON"),
        Key(name: "raw-body", shape: .text(.any), summary: "the body as text that is sent as it is"),
        Key(name: "content-type", shape: .text(.any), summary: "the content type of a raw body"),
        Key(name: "query", shape: .map(.any, .any), summary: "query parameters; a list repeats the parameter"),
        Key(
            name: "headers",
            shape: .map(.any, .either([.text(.any), .nothing])),
            summary: "headers to set, or with null to leave out"
        ),
        Key(
            name: "parallel",
            shape: .either([.integer(2...64), .text(.template)]),
            summary: "how many copies are released together; ${copy} is the number of the copy, from 0, and "
                + "${name.copy} the item with that number"
        ),
        Key(
            name: "eventually",
            shape: .form(.polling),
            summary: "repeats the call until its expectations hold or the time is over"
        ),
        Key(
            name: "save",
            shape: .map(.name, .either([.text(.path), .form(.savedHeader)])),
            summary: "names for parts of the answer: a JSONPath, or a header"
        ),
        Key(
            name: "expect",
            shape: .list(.form(.expectation), atLeast: 1),
            summary: "what the answer must show; without it, a 2xx status"
        ),
    ]

    /// How a call is repeated.
    static let polling = Form(
        name: .polling,
        summary: "How a call is repeated until its expectations hold.",
        keys: [
            Key(name: "within", shape: .text(.span), summary: "how long it is tried", isRequired: true),
            Key(
                name: "every",
                shape: .text(.span),
                summary: "the wait before the second try; 200ms is the default"
            ),
            Key(name: "back-off", shape: .number(atLeast: 1), summary: "what each later wait is multiplied with"),
        ]
    )

    /// A bearer token.
    static let token = Form(
        name: .token,
        summary: "A bearer token.",
        keys: [Key(name: "token", shape: .text(.any), summary: "the token", isRequired: true)]
    )

    /// A header that is kept.
    static let savedHeader = Form(
        name: .savedHeader,
        summary: "A header of the answer.",
        keys: [Key(name: "header", shape: .text(.any), summary: "the header's name", isRequired: true)]
    )
}

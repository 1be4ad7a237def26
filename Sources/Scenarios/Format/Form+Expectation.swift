extension Form {
    /// An expectation.
    static let expectation = Form(
        name: .expectation,
        summary: "What the answer must show, and which requirement that proves.",
        keys: [
            Key(name: "status", shape: .statuses, summary: "the status: 200, [400, 404] or 4xx"),
            Key(
                name: "rejected",
                shape: .either([.yes, .statuses]),
                summary: "the call is refused with a 4xx; statuses narrow it"
            ),
            Key(name: "header", shape: .map(.any, .matcher), summary: "headers and what they must be like"),
            Key(name: "within", shape: .text(.duration), summary: "how long the exchange may take"),
            Key(name: "outcomes", shape: .form(.outcomes), summary: "how many of the parallel copies end how"),
            Key(name: "proves", shape: .requirements, summary: "the requirement that is proven"),
            Key(name: "because", shape: .text(.any), summary: "a remark that is shown when it fails"),
        ],
        keysByKind: [
            KeyKind(kind: .template, shape: .matcher, summary: "a template, and what its value must be like"),
            KeyKind(kind: .path, shape: .matcher, summary: "a JSONPath, and what stands there must be like"),
        ],
        asides: ["proves", "because"]
    )

    /// How parallel copies end.
    static let outcomes = Form(
        name: .outcomes,
        summary: "How many of the parallel copies are accepted (2xx) and how many rejected.",
        keys: ["accepted", "rejected"].map { side in
            Key(
                name: side,
                shape: .either([.word("share", ["rest"]), .count]),
                summary: "how many are \(side), or rest"
            )
        },
        asides: []
    )

    /// A number of things.
    static let count = Form(
        name: .count,
        summary: "A range of numbers.",
        keys: [
            Key(name: "at-least", shape: .integer(0...Int(Int32.max)), summary: "the least number"),
            Key(name: "at-most", shape: .integer(0...Int(Int32.max)), summary: "the greatest number"),
        ],
        asides: []
    )

    /// A time near another.
    static let near = Form(
        name: .near,
        summary: "A date-time near another.",
        keys: [
            Key(name: "to", shape: .text(.any), summary: "the other date-time", isRequired: true),
            Key(name: "within", shape: .text(.duration), summary: "how far off it may be", isRequired: true),
        ]
    )
}

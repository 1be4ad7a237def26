/// A mapping with known keys.
struct Form: Sendable {
    /// What the form is called in messages and in the schema's definitions.
    let name: Name
    /// What it is for, for editors.
    let summary: String
    /// The keys that are known.
    let keys: [Key]
    /// Keys that are known by their kind only.
    var keysByKind: [KeyKind] = []

    /// The keys that say nothing on their own, beside which another must stand; nil where there need be no key at all.
    var asides: [String]?

    /// One key.
    struct Key: Sendable {
        /// The key.
        let name: String
        /// What stands under it.
        let shape: Shape
        /// What it is for, as a lower-case fragment.
        let summary: String
        /// Whether it must be there.
        var isRequired = false
    }

    /// Keys of one kind.
    struct KeyKind: Sendable {
        /// What the keys look like.
        let kind: TextKind
        /// What stands under them.
        let shape: Shape
        /// What they are for, as a lower-case fragment.
        let summary: String
    }

    /// The forms of the language.
    enum Name: String, Sendable, CaseIterable {
        case file, scenario, block
        case call, path, url, use
        case expectation, outcomes, matcher, count, near
        case polling, token
        case savedHeader = "saved-header"
    }
}

extension Form {
    /// The form of a name.
    static func named(_ name: Name) -> Form {
        switch name {
        case .file: .file
        case .scenario: .scenario
        case .block: .block
        case .call: .call
        case .path: .path
        case .url: .url
        case .use: .use
        case .expectation: .expectation
        case .outcomes: .outcomes
        case .matcher: .matcher
        case .count: .count
        case .near: .near
        case .polling: .polling
        case .token: .token
        case .savedHeader: .savedHeader
        }
    }
}

extension Shape {
    /// A step.
    static let step = Shape.choice([("call", .call), ("path", .path), ("url", .url), ("use", .use)])
    /// Several steps.
    static let steps = Shape.list(.step, atLeast: 1)
    /// A matcher: operators, or anything else for equality.
    static let matcher = Shape.either([.form(.matcher), .literal])
    /// One or more requirement ids.
    static let requirements = Shape.either([.text(.any), .list(.text(.any), atLeast: 1)])
    /// One or more statuses.
    static let statuses = Shape.either([
        .integer(100...599), .text(.statusClass), .text(.template),
        .list(.either([.integer(100...599), .text(.statusClass), .text(.template)]), atLeast: 1),
    ])
    /// A number of things.
    static let count = Shape.either([.integer(0...Int(Int32.max)), .text(.template), .form(.count)])
    /// A number, or text that is a date-time or a template.
    static let comparable = Shape.either([.number(atLeast: nil), .text(.any)])
}

extension Form {
    /// A scenario file.
    static let file = Form(
        name: .file,
        summary: "A file of scenarios and of blocks that scenarios use.",
        keys: [
            Key(name: "scenarios", shape: .list(.form(.scenario)), summary: "the scenarios, in the order they are run"),
            Key(name: "blocks", shape: .list(.form(.block)), summary: "steps that scenarios of any file can use"),
        ]
    )

    /// A scenario.
    static let scenario = Form(
        name: .scenario,
        summary: "A promise of the contract, told in steps.",
        keys: [
            Key(name: "id", shape: .text(.id), summary: "the id, unique in the suite", isRequired: true),
            Key(name: "title", shape: .text(.phrase), summary: "the promise as one sentence", isRequired: true),
            Key(name: "tags", shape: .list(.text(.id)), summary: "words to select by"),
            Key(
                name: "requires",
                shape: .list(.word("capability", Capability.allCases.map(\.rawValue))),
                summary: "what the target must offer; without it the scenario is not applicable"
            ),
            Key(
                name: "locks",
                shape: .list(.text(.phrase)),
                summary: "cases that share a lock never overlap; \"*\" runs alone"
            ),
            Key(
                name: "rounds",
                shape: .integer(2...20),
                summary: "how often a case is gone through, with fresh values, until something is found wrong"
            ),
            Key(
                name: "fixtures",
                shape: .map(.name, .text(.fixture)),
                summary: "ids or keys of things in the workspace that the steps may change or delete, by name"
            ),
            Key(name: "skip", shape: .text(.phrase), summary: "why the scenario is not run"),
            Key(
                name: "variants",
                shape: .map(.id, .map(.name, .any)),
                summary: "a table of parameters: one case for each row, named by the row"
            ),
            Key(
                name: "matrix",
                shape: .map(.name, .either([.list(.any, atLeast: 1), .map(.id, .any)])),
                summary: "parameters and their choices: one case for each combination, and for each variant"
            ),
            Key(
                name: "values",
                shape: .map(.name, .any),
                summary: "values worked out once, in order; one may use those before it"
            ),
            Key(
                name: "proves",
                shape: .requirements,
                summary: "the requirement of each expectation that names none"
            ),
            Key(name: "given", shape: .steps, summary: "the set-up: a failure here blocks the case"),
            Key(name: "steps", shape: .steps, summary: "what the scenario is about", isRequired: true),
            Key(name: "cleanup", shape: .steps, summary: "what is done at the end, whatever happened"),
        ]
    )

    /// A block.
    static let block = Form(
        name: .block,
        summary: "Steps with parameters, to be used by scenarios and other blocks.",
        keys: [
            Key(name: "block", shape: .text(.id), summary: "the name, unique in the suite", isRequired: true),
            Key(name: "title", shape: .text(.phrase), summary: "what the block does, as one sentence"),
            Key(
                name: "parameters",
                shape: .map(.name, .any),
                summary: "the parameters and their defaults; null makes one required"
            ),
            Key(
                name: "steps",
                shape: .steps,
                summary: "what the block does; without them it only hands out what it is given"
            ),
            Key(name: "gives", shape: .map(.name, .any), summary: "the values that the block hands out, by name"),
        ]
    )
}

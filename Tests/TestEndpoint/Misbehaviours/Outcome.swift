/// What a run against an endpoint that misbehaves must come to.
package struct Outcome: Sendable, Hashable {
    /// The verdicts of the case that meets the misbehaviour, by their names, `none` when it is not run; one of them is right.
    package let verdicts: Set<String>
    /// The exit codes of the run; one of them is right.
    package let statuses: Set<Int32>
    /// What the console must show; empty for nothing in particular.
    package let shows: String

    /// The case passes, and the endpoint conforms: what it did is no breach.
    package static let passes = Outcome(verdicts: ["passed"], statuses: [0], shows: "conforms")

    /// The case warns of a requirement that an endpoint should keep, and the endpoint conforms.
    package static func warns(_ requirement: String) -> Outcome {
        Outcome(verdicts: ["warned"], statuses: [0], shows: requirement)
    }

    /// The case fails because of a requirement.
    package static func breaks(_ requirement: String) -> Outcome {
        Outcome(verdicts: ["failed"], statuses: [1], shows: requirement)
    }

    /// There is no response that could be judged, and the console says why.
    package static func noResponse(_ message: String) -> Outcome {
        Outcome(verdicts: ["error"], statuses: [69], shows: message)
    }

    /// No case is run, and the console says why.
    package static func noRun(_ status: Int32, _ message: String) -> Outcome {
        Outcome(verdicts: ["none"], statuses: [status], shows: message)
    }

    /// The case is not judged, since what it rests on does not work either; the console names a requirement that is broken.
    package static func blocked(_ requirement: String) -> Outcome {
        Outcome(verdicts: ["blocked", "error", "failed"], statuses: [1], shows: requirement)
    }
}

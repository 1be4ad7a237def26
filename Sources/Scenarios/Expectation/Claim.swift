/// One claim about the answer to a call.
public enum Claim: Sendable {
    /// The status is one of these.
    case status(StatusSet)
    /// The call is refused: the status is one of these, each a 4xx. How the body looks is a check of every answer.
    case rejected(StatusSet)
    /// The value at a path of the body; the array of the values found when the path is not singular.
    case body(BodyPath, Matcher)
    /// A header, by its lower-case name.
    case header(String, Matcher)
    /// The exchange takes no longer than this.
    case within(Duration)
    /// How many of the parallel copies were accepted, and how many rejected.
    case outcomes(Outcomes)
    /// The value of a template, such as one saved before.
    case value(Template, Matcher)
}

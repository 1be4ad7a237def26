/// What a pattern says, in whichever grammar it was written.
indirect enum PatternExpression: Sendable {
    /// One scalar of a class.
    case scalar(ScalarClass)
    /// A place that takes no scalar.
    case assertion(PatternProgram.Assertion)
    /// All of these, one behind the other.
    case sequence([PatternExpression])
    /// One of these.
    case alternatives([PatternExpression])
    /// So many of it; nil sets no bound.
    case repetition(PatternExpression, least: Int, most: Int?)
}

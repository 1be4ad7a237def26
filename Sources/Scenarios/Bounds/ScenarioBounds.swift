/// How large a suite, a case and what a case works out may be.
///
/// The page Bounds of the documentation lists them.
package enum ScenarioBounds {
    /// The most cases of one scenario.
    package static let casesPerScenario = 1_000
    /// The most cases of a suite.
    package static let casesPerSuite = 20_000
    /// The most steps of a case once its blocks are laid out; the beginning and the end of a block count as steps.
    package static let stepsPerCase = 1_000
    /// The most calls of a case: those of its steps, each copy counted, times its rounds.
    package static let callsPerCase = 10_000
    /// The most blocks inside each other.
    package static let blockDepth = 32
    /// The most values of YAML that all cases of a suite come to once their blocks are laid out.
    package static let valuesPerSuite = 2_000_000
    /// The most members of a mapping with names of the author's own, such as the parameters of a block.
    package static let members = 1_000
    /// The longest time that `eventually` tries.
    package static let patience = Duration.seconds(3600)
    /// The most tries of `eventually`, if every response comes at once.
    package static let tries = 1_000
    /// The most bytes of a text or value that a template builds.
    package static let builtBytes = 1 << 20
    /// The most bytes of all that the parameters, values and block arguments of a case build.
    package static let keptBytes = 16 << 20
    /// The most values inside each other that a template builds.
    package static let builtDepth = 512
    /// The most problems of scenario files that are shown.
    package static let problems = 1_000
}

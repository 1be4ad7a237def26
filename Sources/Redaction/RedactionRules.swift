/// What is taken out beside secrets, as the user asks for it.
public struct RedactionRules: Sendable, Hashable {
    /// What is replaced wherever it matches.
    public var patterns: [RedactionPattern]
    /// Whether e-mail addresses, telephone numbers and names of persons are replaced.
    public var hidesPersonalData: Bool

    /// Rules.
    ///
    /// - Parameters:
    ///   - patterns: what is replaced wherever it matches.
    ///   - hidesPersonalData: whether e-mail addresses, telephone numbers and names of persons are replaced.
    public init(patterns: [RedactionPattern] = [], hidesPersonalData: Bool = false) {
        self.patterns = patterns
        self.hidesPersonalData = hidesPersonalData
    }
}

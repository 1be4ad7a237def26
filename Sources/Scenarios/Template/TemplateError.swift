/// Why a template has no value: a matter of the scenario or of what a step before it found, never of what is judged.
public struct TemplateError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The template as written.
    public let template: String
    /// What is wrong, as a lower-case fragment.
    public let message: String
    /// Whether what is missing is no slip of the scenario's: a value that an answer gave lacks the part that is asked for or
    /// is nothing that a filter fits, or the run names no such fixture.
    public let isAbsence: Bool
    /// Whether more would come of it than a bound allows.
    let isExcess: Bool

    /// An error.
    ///
    /// - Parameters:
    ///   - template: the template as it was written.
    ///   - message: why it has no value.
    ///   - isAbsence: whether what is missing is no slip of the scenario's.
    public init(template: String, message: String, isAbsence: Bool = false) {
        self.template = template
        self.message = message
        self.isAbsence = isAbsence
        isExcess = false
    }

    /// An error because more would come of a template than a bound allows.
    init(template: String, excess: BuiltSize.Excess) {
        self.init(template: template, excess: excess.message)
    }

    /// An error because more would come of a template than a bound allows; the message says what to do.
    init(template: String, excess message: String) {
        self.template = template
        self.message = message
        isAbsence = false
        isExcess = true
    }

    /// The template and what is wrong with it.
    public var description: String { "\(template): \(message)" }
}

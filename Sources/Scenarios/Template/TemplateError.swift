/// Why a template has no value: a matter of the scenario or of what a step before it found, never of what is judged.
public struct TemplateError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The template as written.
    public let template: String
    /// What is wrong, as a lower-case fragment.
    public let message: String
    /// Whether a value that an answer gave lacks the part that is asked for, which is no slip of the scenario's.
    public let isAbsence: Bool

    /// An error.
    ///
    /// - Parameters:
    ///   - template: the template as it was written.
    ///   - message: why it has no value.
    ///   - isAbsence: whether a value that an answer gave lacks the part.
    public init(template: String, message: String, isAbsence: Bool = false) {
        self.template = template
        self.message = message
        self.isAbsence = isAbsence
    }

    /// The template and what is wrong with it.
    public var description: String { "\(template): \(message)" }
}

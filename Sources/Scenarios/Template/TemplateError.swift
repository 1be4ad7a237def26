/// Why a template has no value: a matter of the scenario or of what a step before it found, never of what is judged.
public struct TemplateError: Error, Sendable, Hashable, CustomStringConvertible {
    /// The template as written.
    public let template: String
    /// What is wrong, as a lower-case fragment.
    public let message: String

    /// The template and what is wrong with it.
    public var description: String { "\(template): \(message)" }
}

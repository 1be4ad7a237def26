import Conformance
import JSON
import Redaction
import Reports

/// Where verdicts are printed: standard output, without secrets.
struct VerdictOutput {
    /// What takes out secrets.
    let redactor: Redactor

    /// An output.
    ///
    /// - Parameters:
    ///   - environment: the variables of the process, of which some hold secrets.
    ///   - recorded: the secrets of recorded messages.
    ///   - rules: what is taken out beside secrets.
    init(environment: [String: String], recorded: [Secret] = [], rules: RedactionRules = RedactionRules()) {
        let secrets = EndpointSettings(environment: environment, option: nil).secrets
        redactor = Redactor(secrets: secrets, recorded: recorded, rules: rules)
    }

    /// Prints lines at once; control characters are made visible.
    func write(lines: [String]) {
        guard !lines.isEmpty else { return }
        let text = lines.map(\.visible).joined(separator: "\n") + "\n"
        Terminal.standardOutput.write(redactor.excerpt(text))
    }

    /// Prints a JSON value at once.
    ///
    /// - Parameters:
    ///   - json: the value.
    ///   - style: how it is written.
    func write(_ json: JSONValue, _ style: JSONStyle = .pretty) {
        Terminal.standardOutput.write(redactor.excerpt(json.serialized(style)) + "\n")
    }
}

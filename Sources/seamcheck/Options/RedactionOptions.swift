import ArgumentParser
import Redaction

/// What is taken out of everything that is kept or printed, beside secrets.
struct RedactionOptions: ParsableArguments {
    /// The most patterns.
    private static let limit = 64

    @Option(
        name: .customLong("redact"),
        help: ArgumentHelp(
            "Also replace what this regular expression matches, in everything kept or printed (repeatable).",
            valueName: "pattern"
        ),
        transform: { text in
            do throws(RedactionPatternError) {
                return try RedactionPattern(text)
            } catch {
                throw ValidationError("\(error)")
            }
        }
    )
    var patterns: [RedactionPattern] = []

    @Flag(
        name: .customLong("redact-personal"),
        help: "Also replace e-mail addresses, telephone numbers and names of persons, but for generated ones."
    )
    var hidesPersonalData = false

    /// The rules that the options make.
    var rules: RedactionRules {
        RedactionRules(patterns: patterns, hidesPersonalData: hidesPersonalData)
    }

    /// The names of the options that were given.
    var given: [String] {
        [patterns.isEmpty ? nil : "--redact", hidesPersonalData ? "--redact-personal" : nil].compactMap(\.self)
    }

    func validate() throws {
        guard patterns.count <= Self.limit else {
            throw ValidationError("--redact can be given \(Self.limit) times at most (join patterns by '|')")
        }
    }
}

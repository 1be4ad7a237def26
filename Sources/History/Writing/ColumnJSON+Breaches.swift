import JSON
import Results

extension ColumnJSON {
    /// `[[fingerprint, severity, [requirement, …]], …]`.
    static func text(_ breaches: [FindingTrace]) -> String {
        JSONValue.array(
            breaches.map { breach in
                [
                    .string(breach.fingerprint), .string(breach.severity.rawValue),
                    .array(breach.requirements.map { .string($0) }),
                ]
            }
        ).serialized()
    }

    /// The breaches of `[[fingerprint, severity, [requirement, …]], …]`; nil when the text is something else.
    static func breaches(_ text: String) -> [FindingTrace]? {
        items(text) { item in
            guard let fingerprint = item[0]?.stringValue,
                let severity = item[1]?.stringValue.flatMap(Finding.Severity.init(rawValue:)),
                let requirements = item[2]?.arrayValue?.compactMap(\.stringValue)
            else { return nil }
            return FindingTrace(fingerprint: fingerprint, requirements: requirements, severity: severity)
        }
    }
}

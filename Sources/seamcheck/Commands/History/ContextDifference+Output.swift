import JSON
import Results
import Timestamps
import Trends

extension ContextDifference {
    /// What changed, such as `suite beef → c0de`.
    var words: String {
        let (name, before, after) = parts
        return "\(name) \(before.isEmpty ? "–" : before) → \(after.isEmpty ? "–" : after)"
    }

    /// What changed, from what to what.
    var json: JSONValue {
        let (name, before, after) = parts
        return ["what": .string(name), "before": .string(before), "after": .string(after)]
    }

    private var parts: (name: String, before: String, after: String) {
        switch self {
        case .suite(let before, let after): ("suite", before, after)
        case .contract(let before, let after): ("contract", before, after)
        case .endpoint(let before, let after): ("endpoint", before, after)
        case .label(let key, let before, let after):
            ("label \(key)", before.joined(separator: ", "), after.joined(separator: ", "))
        }
    }
}

extension [Suspect] {
    /// Whose change it may be; a dash when nobody can tell.
    var words: String { isEmpty ? "–" : map(\.rawValue).joined(separator: ", ") }
}

extension RunHeader {
    /// The run by its id, with when it began and its labels.
    var reference: JSONValue {
        ["run": .string(id), "started_at": .string(startedAt.rfc3339), "labels": labelsJSON]
    }
}

extension JSONValue {
    /// A number; null for one that JSON can't write.
    static func number(_ value: Double) -> JSONValue { JSONNumber(value).map { .number($0) } ?? .null }
}

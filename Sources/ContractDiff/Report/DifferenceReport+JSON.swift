public import JSON
import SeamContract
import YAMLSource

extension DifferenceReport {
    /// The report for programs: every listed change, also those that are ignored.
    public var json: JSONValue {
        [
            "version": 1,
            "old": .string(oldFile),
            "new": .string(newFile),
            "summary": .object(summary),
            "changes": .array(listedChanges.map(json)),
            "unused_overrides": .array(
                difference.unusedOverrides.map { ["key": .string($0.key), "source": json($0.place)] }
            ),
        ]
    }

    private var summary: JSONObject {
        var summary = JSONObject()
        for audience in Audience.allCases {
            var counts = JSONObject()
            for severity in Severity.allCases.reversed() {
                counts[severity.rawValue] = .number(JSONNumber(count(of: severity, for: audience)))
            }
            summary[audience.rawValue] = .object(counts)
        }
        summary["descriptions"] = .number(JSONNumber(descriptionCount))
        return summary
    }

    private func json(_ change: Change) -> JSONValue {
        var object: JSONObject = [
            "rule": .string(change.rule.id),
            "fingerprint": .string(change.fingerprint),
            "client": .string(change.impact.client.rawValue),
            "vendor": .string(change.impact.vendor.rawValue),
        ]
        object["reason"] = change.reason.map { .string($0) }
        object["place"] = .string(change.place)
        object["sentence"] = .string(change.sentence)
        object["operations"] = .array(
            change.operations.map { operation in
                [
                    "path": .string(operation.path),
                    "methods": .array(operation.methods.map { .string($0.rawValue) }),
                ]
            }
        )
        object["old"] = change.old.map(json)
        object["new"] = change.new.map(json)
        return .object(object)
    }

    private func json(_ side: Change.Side) -> JSONValue {
        var object: JSONObject = ["pointer": .string(side.pointer), "source": json(side.source)]
        object["value"] = side.value
        return .object(object)
    }

    private func json(_ place: SourcePlace) -> JSONValue {
        [
            "file": .string(place.file),
            "line": .number(JSONNumber(place.line)),
            "column": .number(JSONNumber(place.column)),
        ]
    }
}

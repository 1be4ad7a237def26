import JSON
import Results

extension ColumnJSON {
    /// `[[parameter, text], …]`.
    static func text(_ values: [CreationIntent.Value]) -> String {
        JSONValue.array(values.map { [.string($0.parameter), .string($0.text)] }).serialized()
    }

    /// The generated values of `[[parameter, text], …]`; nil when the text is something else.
    static func values(_ text: String) -> [CreationIntent.Value]? {
        items(text) { item in
            guard let parameter = item[0]?.stringValue, let text = item[1]?.stringValue else { return nil }
            return CreationIntent.Value(parameter: parameter, text: text)
        }
    }

    /// `{created, deleted, left: [[namespace, reason, count, [name, …]], …]}`.
    static func text(_ cleanup: Cleanup) -> String {
        let left = cleanup.leftovers.map { leftover -> JSONValue in
            [
                .string(leftover.namespace.storable), .string(leftover.reason.storable),
                .number(JSONNumber(leftover.count)), .array(leftover.names.map { .string($0.storable) }),
            ]
        }
        let object: JSONValue = [
            "created": .number(JSONNumber(cleanup.created)), "deleted": .number(JSONNumber(cleanup.deleted)),
            "left": .array(left),
        ]
        return object.serialized()
    }

    /// The count of `{created, deleted, left: …}`; nil when the text is something else.
    static func cleanup(_ text: String) -> Cleanup? {
        guard let value = try? JSONValue(parsing: text), let created = value["created"]?.numberValue?.intValue,
            let deleted = value["deleted"]?.numberValue?.intValue, let left = value["left"]?.arrayValue
        else { return nil }
        let leftovers = left.compactMap { item -> Cleanup.Leftover? in
            guard let namespace = item[0]?.stringValue, let reason = item[1]?.stringValue,
                let count = item[2]?.numberValue?.intValue, count > 0, let names = item[3]?.arrayValue
            else { return nil }
            return Cleanup.Leftover(
                namespace: namespace,
                reason: reason,
                count: count,
                names: names.compactMap(\.stringValue)
            )
        }
        guard leftovers.count == left.count else { return nil }
        return Cleanup(created: created, deleted: deleted, leftovers: leftovers)
    }
}

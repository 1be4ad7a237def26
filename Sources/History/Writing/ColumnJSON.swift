import JSON
import Results
import SeamContract
import Timestamps

/// The JSON arrays in columns that hold a list.
enum ColumnJSON {
    /// `[id, …]`.
    static func text(_ ids: [String]) -> String {
        JSONValue.array(ids.map { .string($0) }).serialized()
    }

    /// `[[name, value], …]`.
    static func text(_ headers: [HeaderField]) -> String {
        JSONValue.array(headers.map { [.string($0.name), .string($0.value)] }).serialized()
    }

    /// `[[reason, delay in nanoseconds], …]`.
    static func text(_ retries: [TransportRetry]) -> String {
        JSONValue.array(retries.map { [.string($0.reason), .number(JSONNumber(Int($0.delay.wholeNanoseconds)))] })
            .serialized()
    }

    /// `[[id, level, weighed, broken], …]`.
    static func text(_ requirements: [RequirementResult]) -> String {
        JSONValue.array(
            requirements.map { result in
                [
                    .string(result.id), .string(result.level.rawValue), .number(JSONNumber(result.weighed)),
                    .number(JSONNumber(result.broken)),
                ]
            }
        ).serialized()
    }

    /// `[[at in nanoseconds, message], …]`.
    static func text(_ notes: [RunNote]) -> String {
        JSONValue.array(notes.map { [.number(JSONNumber(Int($0.at.nanoseconds))), .string($0.message.storable)] })
            .serialized()
    }

    /// The notes of `[[at in nanoseconds, message], …]`; nil when the text is something else.
    static func notes(_ text: String) -> [RunNote]? {
        items(text) { item in
            guard let at = item[0]?.numberValue?.intValue, let message = item[1]?.stringValue else { return nil }
            return RunNote(at: Timestamp(nanoseconds: Int64(at)), message: message)
        }
    }

    /// The ids of `[id, …]`; nil when the text is something else.
    static func strings(_ text: String) -> [String]? {
        items(text) { $0.stringValue }
    }

    /// The header fields of `[[name, value], …]`; nil when the text is something else.
    static func headers(_ text: String) -> [HeaderField]? {
        items(text) { item in
            guard let name = item[0]?.stringValue, let value = item[1]?.stringValue else { return nil }
            return HeaderField(name: name, value: value)
        }
    }

    /// The retries of `[[reason, delay in nanoseconds], …]`; nil when the text is something else.
    static func retries(_ text: String) -> [TransportRetry]? {
        items(text) { item in
            guard let reason = item[0]?.stringValue, let delay = item[1]?.numberValue?.intValue else { return nil }
            return TransportRetry(reason: reason, delay: .nanoseconds(delay))
        }
    }

    /// The results of `[[id, level, weighed, broken], …]`; nil when the text is something else.
    static func requirements(_ text: String) -> [RequirementResult]? {
        items(text) { item in
            guard let id = item[0]?.stringValue, let level = item[1]?.stringValue.flatMap(Level.init(rawValue:)),
                let weighed = item[2]?.numberValue?.intValue, counts.contains(weighed),
                let broken = item[3]?.numberValue?.intValue, counts.contains(broken)
            else { return nil }
            return RequirementResult(id: id, level: level, weighed: weighed, broken: broken)
        }
    }

    /// What a number of things can be: so small that no sum of such numbers overflows.
    static let counts = 0...(1 << 40)

    /// The items of an array, each converted; nil when the text is no array or an item can't be converted.
    static func items<Item>(_ text: String, _ convert: (JSONValue) -> Item?) -> [Item]? {
        guard let items = (try? JSONValue(parsing: text))?.arrayValue else { return nil }
        let converted = items.compactMap(convert)
        return converted.count == items.count ? converted : nil
    }
}

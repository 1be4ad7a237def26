import JSON
import Timestamps

/// The parameters of a call, read one by one into the model's own types.
///
/// Types and formats are the contract's business; what reaches the model in spite of it is refused here all the same.
struct Parameters {
    /// The parameters as sent.
    let object: JSONObject

    /// The text of that name; nil when it is omitted.
    func text(_ name: String) throws(ModelError) -> String? {
        guard let value = object[name] else { return nil }
        guard let text = value.stringValue else { throw Self.mistyped("string", value, at: name) }
        return text
    }

    /// The text of that name with null for none; nil when it is omitted or null.
    func nullableText(_ name: String) throws(ModelError) -> String? {
        object[name]?.isNull == true ? nil : try text(name)
    }

    /// What the parameter of that name does to a text.
    func edit(_ name: String) throws(ModelError) -> Edit<String> {
        if object[name]?.isNull == true { return .clear }
        return try text(name).map(Edit.set) ?? .keep
    }

    /// The id of that name; nil when it is omitted.
    func id(_ name: String) throws(ModelError) -> ResourceID? {
        guard let text = try text(name) else { return nil }
        guard let id = ResourceID(text) else { throw .invalidInput("Invalid uuid", at: [name]) }
        return id
    }

    /// The id of that name, which must be there.
    func requiredID(_ name: String) throws(ModelError) -> ResourceID {
        guard let id = try id(name) else { throw .invalidInput("Required", at: [name]) }
        return id
    }

    /// The ids of that name; nil when they are omitted.
    func ids(_ name: String) throws(ModelError) -> [ResourceID]? {
        guard let texts = try texts(name) else { return nil }
        var ids: [ResourceID] = []
        for (index, text) in texts.enumerated() {
            guard let id = ResourceID(text) else { throw .invalidInput("Invalid uuid", at: [name, String(index)]) }
            ids.append(id)
        }
        return ids
    }

    /// The texts of that name; nil when they are omitted.
    func texts(_ name: String) throws(ModelError) -> [String]? {
        guard let value = object[name] else { return nil }
        guard let items = value.arrayValue else { throw Self.mistyped("array", value, at: name) }
        var texts: [String] = []
        for (index, item) in items.enumerated() {
            guard let text = item.stringValue else { throw Self.mistyped("string", item, at: name, String(index)) }
            texts.append(text)
        }
        return texts
    }

    /// The instant of that name; nil when it is omitted or null.
    func instant(_ name: String) throws(ModelError) -> Timestamp? {
        guard let text = try nullableText(name) else { return nil }
        guard let instant = Timestamp(rfc3339: text) else { throw .invalidInput("Invalid datetime", at: [name]) }
        return instant
    }

    /// The number of rows that a page may have at most.
    func limit(default standard: Int) throws(ModelError) -> Int {
        guard let value = object["limit"] else { return standard }
        guard let number = value.numberValue, number.isInteger else {
            throw Self.mistyped("integer", value, at: "limit")
        }
        guard number > JSONNumber(0) else { throw .invalidInput("Number must be greater than 0", at: ["limit"]) }
        return number.intValue ?? Int.max
    }

    /// The schedule of that name: kept when omitted, cleared by null.
    func schedule(_ name: String, now: Timestamp, _ policy: Policy) throws(ModelError) -> Edit<AccessSchedule> {
        guard let value = object[name] else { return .keep }
        if value.isNull { return .clear }
        guard let bounds = value.objectValue else { throw Self.mistyped("object", value, at: name) }
        let parameters = Parameters(object: bounds)
        do {
            let startsAt = try parameters.instant("starts_at")
            let endsAt = try parameters.instant("ends_at")
            return .set(try AccessSchedule(startsAt: startsAt, endsAt: endsAt, now: now, policy))
        } catch {
            guard error.parameter.first != name else { throw error }
            throw .invalidInput(error.message, at: [name] + error.parameter)
        }
    }

    /// The refusal of a value of the wrong type.
    private static func mistyped(_ expected: String, _ value: JSONValue, at way: String...) -> ModelError {
        .invalidInput("Expected \(expected), received \(value.kind.rawValue)", at: way)
    }
}

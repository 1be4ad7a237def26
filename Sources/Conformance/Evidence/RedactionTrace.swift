import JSON
import Redaction
import Results

/// Whether what was taken out of a kept body can be why it differs from what is wanted.
///
/// Rule: a difference at a place says nothing of the endpoint when a placeholder stands in the value there, or in the name of
/// a member on the way to it, or when the body can't be read any more. A difference elsewhere counts.
struct RedactionTrace {
    /// The body; nil when it can't be read as JSON.
    private let value: JSONValue?
    /// Whether anything was taken out of it.
    private let isRedacted: Bool
    /// Whether the name of a header field was taken out, so that the field seems to be missing.
    private let hidesFields: Bool

    /// A trace.
    ///
    /// - Parameter response: the response as it was kept; nil when none arrived.
    init(_ response: ReceivedResponse?) {
        let text = response?.body.text ?? ""
        isRedacted = Placeholder.stands(in: text)
        value = isRedacted ? try? JSONValue(parsing: text) : nil
        hidesFields = response?.headers.contains { Placeholder.stands(in: $0.name) } ?? false
    }

    /// Whether something was taken out, and what is left can't be read as JSON.
    var isUnreadable: Bool { isRedacted && value == nil }

    /// Whether what was taken out can be why there is a difference.
    ///
    /// - Parameter subject: what it is about: `status`, `header …`, or a JSON Pointer.
    /// - Returns: whether it can.
    func canExplain(differenceOf subject: String) -> Bool {
        if subject.hasPrefix("header ") { return hidesFields }
        guard subject.isEmpty || subject.hasPrefix("/") else { return false }
        return (try? JSONPointer(parsing: subject)).map(canExplain(differenceAt:)) ?? false
    }

    /// Whether what was taken out can be why there is a difference at a place of the body.
    ///
    /// - Parameter place: the place, with `*` for every item or member.
    /// - Returns: whether it can.
    func canExplain(differenceAt place: JSONPointer) -> Bool {
        guard isRedacted else { return false }
        guard let value else { return true }
        return Self.stands(in: value, below: place.tokens[...])
    }

    private static func stands(in value: JSONValue, below tokens: ArraySlice<String>) -> Bool {
        guard let token = tokens.first else { return stands(in: value) }
        let rest = tokens.dropFirst()
        switch value {
        case .object(let object):
            if object.members.contains(where: { Placeholder.stands(in: $0.key) }) { return true }
            if token == "*" { return object.members.contains { stands(in: $0.value, below: rest) } }
            return object[token].map { stands(in: $0, below: rest) } ?? false
        case .array(let items):
            if token == "*" { return items.contains { stands(in: $0, below: rest) } }
            return Int(token).flatMap { items.indices.contains($0) ? items[$0] : nil }
                .map { stands(in: $0, below: rest) } ?? false
        case .string(let text): return Placeholder.stands(in: text)
        case .null, .bool, .number: return false
        }
    }

    /// Whether a placeholder stands anywhere in a value.
    private static func stands(in value: JSONValue) -> Bool {
        switch value {
        case .string(let text): Placeholder.stands(in: text)
        case .array(let items): items.contains(where: stands)
        case .object(let object):
            object.members.contains { Placeholder.stands(in: $0.key) || stands(in: $0.value) }
        case .null, .bool, .number: false
        }
    }
}

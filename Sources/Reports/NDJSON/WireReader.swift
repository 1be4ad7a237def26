import JSON
import Timestamps

/// Reads the members of an object on a line, and says which is wrong.
struct WireReader {
    let value: JSONValue
    let line: Int
    /// The members that lead to the object, such as `request.`; empty for the line itself.
    let place: String

    /// The value of a member, converted.
    ///
    /// - Parameters:
    ///   - name: the member.
    ///   - expected: what it should be, for the error.
    ///   - convert: makes it; nil when it is something else.
    /// - Returns: the value.
    /// - Throws: `EventWireError` when the member is missing or something else.
    func member<Value>(
        _ name: String,
        _ expected: String,
        _ convert: (JSONValue) -> Value?
    ) throws(EventWireError) -> Value {
        guard let member = value[name] else { throw error("the member '\(place)\(name)' is missing") }
        guard let value = convert(member) else { throw error("the member '\(place)\(name)' is not \(expected)") }
        return value
    }

    /// A member that is a string.
    func string(_ name: String) throws(EventWireError) -> String {
        try member(name, "a string", \.stringValue)
    }

    /// A member that is an integer.
    func integer(_ name: String) throws(EventWireError) -> Int {
        try member(name, "an integer") { $0.numberValue?.intValue }
    }

    /// A member that is a number of things, from 0; of more than ``countLimit`` none is known.
    func count(_ name: String) throws(EventWireError) -> Int {
        try member(name, "a count from 0 to \(Self.countLimit)") { value in
            value.numberValue?.intValue.flatMap { (0...Self.countLimit).contains($0) ? $0 : nil }
        }
    }

    /// The most things that are counted, so that no sum of such counts overflows.
    private static let countLimit = 1 << 40

    /// A member that is a number of 64 bits, written in a string since many readers of JSON have no such numbers.
    func hash(_ name: String) throws(EventWireError) -> UInt64 {
        try member(name, "a number in a string") { $0.stringValue.flatMap { UInt64($0) } }
    }

    /// A member that is true or false.
    func flag(_ name: String) throws(EventWireError) -> Bool {
        try member(name, "true or false", \.boolValue)
    }

    /// A member that is an instant.
    func instant(_ name: String) throws(EventWireError) -> Timestamp {
        try member(name, "an RFC 3339 date-time") { $0.stringValue.flatMap(Timestamp.init(rfc3339:)) }
    }

    /// A member that is a number of nanoseconds.
    func duration(_ name: String) throws(EventWireError) -> Duration {
        .nanoseconds(try integer(name))
    }

    /// A member that is one of some words.
    func word<Word: RawRepresentable<String> & CaseIterable>(_ name: String) throws(EventWireError) -> Word {
        let words = Word.allCases.map(\.rawValue).joined(separator: ", ")
        return try member(name, "one of \(words)") { $0.stringValue.flatMap(Word.init(rawValue:)) }
    }

    /// A member that is an object.
    func object(_ name: String) throws(EventWireError) -> WireReader {
        let value = try member(name, "an object") { $0.objectValue.map(JSONValue.object) }
        return WireReader(value: value, line: line, place: "\(place)\(name).")
    }

    /// A member that is an array, each item of which is read.
    func items<Item>(
        _ name: String,
        _ read: (WireReader) throws(EventWireError) -> Item
    ) throws(EventWireError) -> [Item] {
        var items: [Item] = []
        for (index, item) in try member(name, "an array", \.arrayValue).enumerated() {
            items.append(try read(WireReader(value: item, line: line, place: "\(place)\(name)[\(index)].")))
        }
        return items
    }

    /// A member that is an array of strings.
    func strings(_ name: String) throws(EventWireError) -> [String] {
        try member(name, "an array of strings") { value in
            value.arrayValue.flatMap { items in
                let texts = items.compactMap(\.stringValue)
                return texts.count == items.count ? texts : nil
            }
        }
    }

    /// Whether there is such a member.
    func has(_ name: String) -> Bool { value[name] != nil }

    /// An error on this line.
    ///
    /// - Parameter message: what is wrong.
    /// - Returns: the error.
    func error(_ message: String) -> EventWireError { EventWireError(line: line, message: message) }
}

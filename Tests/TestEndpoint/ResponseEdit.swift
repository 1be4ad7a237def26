import JSON

/// A change to a response that is right, before it is sent.
package enum ResponseEdit: Sendable, Hashable {
    /// The status line is this one, without its line end.
    case statusLine(String)
    /// There is this header field as well, as it is written here.
    case adds(String, [UInt8])
    /// A header field has this value, in place of all of that name.
    case sets(String, String)
    /// There is no header field of that name.
    case removes(String)
    /// The body is this one.
    case body([UInt8])
    /// Each part of the body that is this text is another one.
    case replaces(String, with: String)
    /// Every member of that name, however deep, has this JSON text as its value, be it JSON or not.
    ///
    /// `<endpoint>` in it stands for the endpoint's URL.
    case member(String, String)

    /// There is this header field as well.
    package static func adds(_ name: String, _ value: String) -> ResponseEdit { .adds(name, Array(value.utf8)) }

    /// The body is this text.
    package static func body(_ text: String) -> ResponseEdit { .body(Array(text.utf8)) }
}

/// A response that was handed on, in parts.
struct RelayedResponse: Sendable {
    private var statusLine: String
    private var fields: [(name: String, value: [UInt8])]
    private var body: [UInt8]

    /// A response as it came over a connection that was closed behind it; nil when its head is not whole.
    init?(_ bytes: [UInt8]) {
        guard let end = bytes.firstRange(of: Array("\r\n\r\n".utf8)) else { return nil }
        let lines = String(decoding: bytes[..<end.lowerBound], as: UTF8.self).split(separator: "\r\n")
        statusLine = lines.first.map(String.init) ?? ""
        fields = lines.dropFirst().map { line in
            let parts = line.split(separator: ":", maxSplits: 1)
            return (String(parts[0]), Array(parts.last.map { String($0.drop(while: \.isWhitespace)) }?.utf8 ?? "".utf8))
        }
        body = Array(bytes[end.upperBound...])
        remove("connection")
    }

    /// Changes the response.
    ///
    /// The length of the body is told as it is behind every edit that changes the body.
    /// - Parameters:
    ///   - edit: the change.
    ///   - url: the endpoint's URL.
    mutating func apply(_ edit: ResponseEdit, at url: String) {
        switch edit {
        case .statusLine(let line): statusLine = line
        case .adds(let name, let value): fields.append((name, value))
        case .sets(let name, let value): set(name, value)
        case .removes(let name): remove(name)
        case .body(let bytes): replaceBody(with: bytes)
        case .replaces(let text, let other):
            replaceBody(with: Array(String(decoding: body, as: UTF8.self).replacing(text, with: other).utf8))
        case .member(let name, let json):
            guard let value = try? JSONValue(parsing: body) else { return }
            let mark = "a mark in place of a value"
            let marked = value.replacing(name, with: .string(mark)).serialized()
            let json = json.replacing("<endpoint>", with: url)
            replaceBody(with: Array(marked.replacing("\"\(mark)\"", with: json).utf8))
        }
    }

    /// The response as it is sent over a connection that is closed behind it.
    var bytes: [UInt8] {
        var head = Array("\(statusLine)\r\nconnection: close\r\n".utf8)
        for (name, value) in fields { head += Array("\(name): ".utf8) + value + Array("\r\n".utf8) }
        return head + Array("\r\n".utf8) + body
    }

    private mutating func replaceBody(with bytes: [UInt8]) {
        body = bytes
        set("content-length", String(bytes.count))
    }

    private mutating func set(_ name: String, _ value: String) {
        remove(name)
        fields.append((name, Array(value.utf8)))
    }

    private mutating func remove(_ name: String) {
        fields.removeAll { $0.name.lowercased() == name }
    }
}

extension JSONValue {
    /// The value with another one in place of each member of a name.
    fileprivate func replacing(_ name: String, with other: JSONValue) -> JSONValue {
        switch self {
        case .array(let items): return .array(items.map { $0.replacing(name, with: other) })
        case .object(var object):
            for (key, value) in zip(object.keys, object.values) {
                object[key] = key == name ? other : value.replacing(name, with: other)
            }
            return .object(object)
        default: return self
        }
    }
}

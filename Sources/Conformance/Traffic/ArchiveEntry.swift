import Foundation
import JSON

/// One entry of an HTTP Archive.
struct ArchiveEntry {
    /// The entry.
    let value: JSONValue
    /// Which one it is, counted from 0.
    let index: Int

    /// The exchange that it holds.
    ///
    /// - Throws: ``RecordingError`` when it has no method or URL.
    func exchange() throws(RecordingError) -> RecordedExchange {
        let (request, response) = (value["request"], value["response"])
        let content = response?["content"]
        let status = response?["status"]?.numberValue?.intValue
        return RecordedExchange(
            index: index,
            method: try text("method"),
            url: try text("url"),
            isConditional: Self.isConditional(request),
            request: Self.body(request?["postData"], size: 0),
            requestType: Self.contentType(of: request, request?["postData"]),
            status: status.flatMap { (100...599).contains($0) ? $0 : nil },
            response: Self.body(content, size: content?["size"]?.numberValue?.intValue ?? Self.bodySize(of: response)),
            responseType: Self.contentType(of: response, content)
        )
    }

    /// Whether a request asks for what has changed only (RFC 9110 §13.1).
    private static func isConditional(_ request: JSONValue?) -> Bool {
        (request?["headers"]?.arrayValue ?? []).contains { header in
            ["if-none-match", "if-modified-since"].contains(header["name"]?.stringValue?.lowercased())
        }
    }

    /// How many bytes the body of a message had on the wire; nil when it isn't told.
    private static func bodySize(of message: JSONValue?) -> Int? {
        message?["bodySize"]?.numberValue?.intValue.flatMap { $0 < 0 ? nil : $0 }
    }

    /// A text of the request that must be there.
    private func text(_ name: String) throws(RecordingError) -> String {
        if let text = value["request"]?[name]?.stringValue { return text }
        let pointer = JSONPointer(tokens: ["log", "entries", String(index)])
        throw RecordingError(message: "the entry has no text '\(name)' in 'request'", pointer: pointer)
    }

    /// The body that `postData` or `content` holds.
    ///
    /// - Parameters:
    ///   - holder: the object.
    ///   - size: how many bytes the body has; nil when it isn't told.
    /// - Returns: the body, decoded.
    private static func body(_ holder: JSONValue?, size: Int?) -> RecordedBody {
        guard let text = holder?["text"]?.stringValue else {
            return size == 0 ? .empty : .unknown("the body was not recorded (export the archive with content)")
        }
        guard let encoding = holder?["encoding"]?.stringValue, !encoding.isEmpty else {
            return RecordedBody(Array(text.utf8))
        }
        guard encoding.lowercased() == "base64" else {
            return .unknown("the body is recorded as '\(encoding.prefix(40))' (expected base64)")
        }
        guard let bytes = Data(base64Encoded: text, options: .ignoreUnknownCharacters) else {
            return .unknown("the body is recorded as base64, and is none")
        }
        if let coding = compression(of: bytes) {
            return .unknown("the body is recorded compressed by \(coding) (export the archive with decoded content)")
        }
        return RecordedBody(Array(bytes))
    }

    /// The compression whose mark some bytes begin with (RFC 1952 section 2.3.1, RFC 8878 section 3.1.1); nil when none.
    private static func compression(of bytes: Data) -> String? {
        if bytes.starts(with: [0x1F, 0x8B]) { return "gzip" }
        return bytes.starts(with: [0x28, 0xB5, 0x2F, 0xFD]) ? "zstd" : nil
    }

    /// The media type that a message is said to have: by its body's holder, or else by its header field.
    private static func contentType(of message: JSONValue?, _ holder: JSONValue?) -> String {
        if let type = holder?["mimeType"]?.stringValue, !type.isEmpty, type != "x-unknown" { return type }
        let header = message?["headers"]?.arrayValue?.first { header in
            header["name"]?.stringValue?.lowercased() == "content-type"
        }
        return header?["value"]?.stringValue ?? ""
    }
}

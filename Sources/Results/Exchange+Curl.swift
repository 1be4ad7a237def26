extension Exchange {
    /// A `curl` line for a POSIX shell that sends the request again.
    ///
    /// Where a secret was, the variable of its name stands, such as `$SEAM_API_KEY`, which the shell fills in. Header
    /// fields that `curl` sets by itself are left out. A token that a step had from an answer is `$TOKEN`. A comment at the end
    /// tells of that, and of a body that is not whole.
    public var curlCommand: String {
        var words = ["curl", "-sS"] + methodWords + [shellQuoted(request.url)]
        var remarks: [String] = []
        for field in request.headers where !Self.ownFields.contains(field.name) {
            if field.isSavedToken {
                words += ["-H", singleQuoted("\(field.name): Bearer ") + #""$TOKEN""#]
                remarks.append("TOKEN is the one that an earlier step was given")
                continue
            }
            words += ["-H", shellQuoted(field.value.isEmpty ? "\(field.name);" : "\(field.name): \(field.value)")]
        }
        if let body = request.body {
            words += ["--data-raw", shellQuoted(body.text)]
            if body.isTruncated { remarks.append("the body is cut: it had \(body.byteCount) bytes") }
        }
        if !remarks.isEmpty { words.append("# " + remarks.joined(separator: "; ")) }
        return words.joined(separator: " ")
    }

    /// `-X METHOD`, unless that is what `curl` does by itself.
    private var methodWords: [String] {
        switch (request.method, request.body) {
        case ("GET", nil), ("POST", .some): []
        case ("HEAD", nil): ["--head"]
        default: ["-X", shellQuoted(request.method)]
        }
    }

    /// The header fields that `curl` sets by itself.
    private static let ownFields: Set<String> = ["host", "content-length", "transfer-encoding", "connection"]
}

extension HeaderField {
    /// Whether it holds a bearer token that is not the user's, which was taken out.
    fileprivate var isSavedToken: Bool {
        name.lowercased() == "authorization" && value == "Bearer [redacted]"
    }
}

/// The text as one word of a POSIX shell (Shell Command Language, section 2.2), names of secrets as variables.
///
/// In single quotes nothing has a meaning; a quote itself is written outside of them, and so is a variable.
/// - Parameter text: the text.
/// - Returns: the word.
package func shellQuoted(_ text: String) -> String {
    if !text.isEmpty, text.utf8.allSatisfy(isPlain) { return text }
    guard !text.isEmpty else { return "''" }
    var (word, start) = ("", text.startIndex)
    var rest = text.utf8[...]
    while let dollar = rest.firstIndex(of: UInt8(ascii: "$")) {
        rest = rest[text.utf8.index(after: dollar)...]
        guard let name = secretNames.first(where: { rest.starts(with: $0.utf8) }) else { continue }
        word += singleQuoted(text[start..<dollar]) + "\"$\(name)\""
        rest = rest.dropFirst(name.utf8.count)
        start = rest.startIndex
    }
    return word + singleQuoted(text[start...])
}

/// The text in single quotes; nothing for nothing.
///
/// The shell looks at bytes, so a quote counts even where a combining mark makes another character of it.
private func singleQuoted(_ text: some StringProtocol) -> String {
    if text.isEmpty { return "" }
    let parts = text.utf8.split(separator: UInt8(ascii: "'"), omittingEmptySubsequences: false)
    return "'" + parts.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "'\\''") + "'"
}

/// Whether the byte means itself everywhere in a word.
private func isPlain(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"):
        true
    default: "-_./:".utf8.contains(byte)
    }
}

/// The variables that secrets are replaced by.
private let secretNames = ["SEAM_API_KEY", "SEAM_PERSONAL_ACCESS_TOKEN", "SEAM_OTHER_API_KEY"]

extension Redactor {
    /// A value without secrets, where its name is known.
    ///
    /// - Parameters:
    ///   - text: the value.
    ///   - name: the name of the property or parameter that it belongs to.
    /// - Returns: a placeholder when the name says that the value is a secret or personal; else the value without secrets.
    package func value(_ text: String, named name: String) -> String {
        guard !text.isEmpty else { return text }
        let quoted = redacted(
            "\"\(Self.plain(name))\":\"\(text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\""))\""
        )
        guard quoted.hasPrefix("\"\(Self.plain(name))\":\"["), quoted.hasSuffix("]\"") else { return redacted(text) }
        let placeholder = String(quoted.dropFirst(Self.plain(name).count + 4).dropLast())
        return Placeholder.isOne(placeholder) ? placeholder : redacted(text)
    }

    /// A statement about the value at a place without secrets, such as what was found there.
    ///
    /// - Parameters:
    ///   - statement: the statement: a value as JSON, maybe cut, or words.
    ///   - place: a JSON Pointer, a JSONPath, or `header` and a name.
    /// - Returns: the statement; the value in it is hidden when the last name of the place says that it is a secret or
    ///   personal.
    package func statement(_ statement: String, at place: String) -> String {
        let name = Self.lastName(in: place)
        guard !name.isEmpty else { return excerpt(statement) }
        let prefix = "\"\(name)\":"
        let text = excerpt(prefix + statement)
        return text.hasPrefix(prefix) ? String(text.dropFirst(prefix.count)) : excerpt(statement)
    }

    /// A message without secrets that repeats statements about the value at a place.
    ///
    /// - Parameters:
    ///   - message: the message.
    ///   - statements: the statements as they stand in it, such as what was found.
    ///   - place: a JSON Pointer, a JSONPath, or `header` and a name.
    /// - Returns: the message, with the statements as ``statement(_:at:)`` gives them.
    package func message(_ message: String, quoting statements: [String], at place: String) -> String {
        var message = message
        for statement in statements where !statement.isEmpty {
            let hidden = self.statement(statement, at: place)
            if hidden != statement { message = message.replacing(statement, with: hidden) }
        }
        return excerpt(message)
    }

    /// The last name in a place that is not the index of an item.
    private static func lastName(in place: String) -> String {
        let parts = place.utf8.split { byte in
            byte.inName == nil && byte != UInt8(ascii: "_") && byte != UInt8(ascii: "-")
        }
        let name = parts.last { part in !part.allSatisfy { (0x30...0x39).contains($0) } }
        return name.map { String(decoding: $0, as: UTF8.self) } ?? ""
    }

    /// A name without what would end its string.
    private static func plain(_ name: String) -> String {
        String(decoding: name.utf8.filter { $0.inName != nil || $0 == UInt8(ascii: "_") }, as: UTF8.self)
    }
}

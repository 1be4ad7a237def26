extension JSONValue {
    /// The value as a JSON text.
    ///
    /// - Parameter style: how to write it.
    /// - Returns: the text, without a line break at the end.
    public func serialized(_ style: JSONStyle = .compact) -> String {
        String(decoding: serializedBytes(style), as: UTF8.self)
    }

    /// The value as a JSON text in UTF-8.
    ///
    /// - Parameter style: how to write it.
    /// - Returns: the text, without a line break at the end.
    public func serializedBytes(_ style: JSONStyle = .compact) -> [UInt8] {
        var writer = JSONWriter(style: style)
        writer.write(self)
        return writer.bytes
    }
}

extension JSONValue: CustomStringConvertible {
    /// The value as a compact JSON text.
    public var description: String { serialized() }
}

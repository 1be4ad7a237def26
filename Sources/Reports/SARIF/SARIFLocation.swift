import JSON
import Results

/// The line of a scenario as a `location`.
enum SARIFLocation {
    /// The location of a case.
    ///
    /// - Parameters:
    ///   - record: the case.
    ///   - id: the location's number within its result, which also has it told by its name; nil for the main one.
    /// - Returns: the object.
    static func json(of record: CaseRecord, id: Int? = nil) -> JSONValue {
        let source = record.header.source
        let isAbsolute = source.file.hasPrefix("/")
        return .members([
            "id": id.map { .count($0) },
            "physicalLocation": .members([
                "artifactLocation": .members([
                    "uri": .string((isAbsolute ? "file://" : "") + escaped(source.file)),
                    "uriBaseId": isAbsolute ? .none : "%SRCROOT%",
                ]),
                "region": .members(["startLine": .count(source.line ?? 1)]),
            ]),
            "message": id.map { _ in SARIFMessage.object(record.header.id) },
        ])
    }

    /// A path as the path of a URI reference (RFC 3986 §3.3): every byte that may not stand there is escaped, and the colon,
    /// which would make a scheme.
    private static func escaped(_ path: String) -> String {
        path.utf8.reduce(into: "") { escaped, byte in
            let scalar = Unicode.Scalar(byte)
            if scalar.properties.isAlphabetic && byte < 0x80 || "0123456789-._~/".utf8.contains(byte) {
                escaped.unicodeScalars.append(scalar)
            } else {
                escaped += (byte < 0x10 ? "%0" : "%") + String(byte, radix: 16, uppercase: true)
            }
        }
    }
}

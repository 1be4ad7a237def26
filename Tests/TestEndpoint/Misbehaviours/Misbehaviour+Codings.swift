extension Misbehaviour {
    /// Bodies that are coded, or labelled, in a way that nobody asked for (RFC 9110 §8).
    static let codings: [Misbehaviour] = [
        Misbehaviour("gzip-label-without-gzip", .changes([.adds("content-encoding", "gzip")]), .passes).quick,
        Misbehaviour("gzip-unasked", gzip(["content-encoding: gzip"]), .breaks("TR-SCHEMA")),
        Misbehaviour("gzip-without-label", gzip([]), .breaks("TR-SCHEMA")),
        Misbehaviour("brotli-label", .changes([.adds("content-encoding", "br")]), .passes),
        Misbehaviour("unknown-coding", .changes([.adds("content-encoding", "rot13, \u{22}x")]), .passes),
        Misbehaviour("two-content-types", .changes([.adds("content-type", "text/html")]), .passes),
        Misbehaviour("no-content-type", .changes([.removes("content-type")]), .breaks("TR-CT-SUCCESS")),
        Misbehaviour("empty-content-type", .changes([.sets("content-type", "")]), .breaks("TR-CT-SUCCESS")),
        Misbehaviour("content-type-of-text", .changes([.sets("content-type", "text/plain")]), .breaks("TR-CT-SUCCESS")),
        Misbehaviour(
            "endless-parameters",
            .changes([.sets("content-type", "application/json" + String(repeating: ";a=b", count: 9000))]),
            .passes
        ),
        Misbehaviour("utf-16-body", .changes([.body(utf16)]), .breaks("TR-SCHEMA")),
        Misbehaviour(
            "latin-1-body",
            .changes([.body(Array("{\"a\":\"".utf8) + [0xE9] + Array("\"}".utf8))]),
            .breaks("UTF-8")
        ).quick,
        Misbehaviour(
            "overlong-utf-8",
            .changes([.body(Array("{\"a\":\"".utf8) + [0xC0, 0xAF] + Array("\"}".utf8))]),
            .breaks("UTF-8")
        ),
        Misbehaviour(
            "byte-order-mark",
            .changes([.body([0xEF, 0xBB, 0xBF] + Array(Reply.emptyList.utf8))]),
            .breaks("byte order mark")
        ),
        Misbehaviour(
            "binary-body",
            .changes([.body((0..<4096).map { UInt8(truncatingIfNeeded: $0 &* 167) })]),
            .breaks("TR-SCHEMA")
        ),
        Misbehaviour(
            "page-for-people",
            .changes([.sets("content-type", "text/html"), .body("<!doctype html><script>alert(1)</script>")]),
            .breaks("TR-CT-SUCCESS")
        ),
    ]

    private static let utf16 = Reply.emptyList.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }

    private static func gzip(_ lines: [String]) -> Reply {
        let body = Gzip.stored(Array(Reply.emptyList.utf8))
        return .sends([.text(Reply.head(lines + ["content-length: \(body.count)"])), .bytes(body)])
    }
}

/// The gzip format (RFC 1952), without compression.
enum Gzip {
    /// A member with the bytes as they are (RFC 1951 §3.2.4).
    ///
    /// - Parameter bytes: at most 65,535 bytes.
    /// - Returns: the member.
    static func stored(_ bytes: [UInt8]) -> [UInt8] {
        let count = UInt16(bytes.count)
        return [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 255, 1] + littleEndian(count) + littleEndian(~count) + bytes
            + littleEndian(checksum(of: bytes)) + littleEndian(UInt32(bytes.count))
    }

    private static func checksum(of bytes: [UInt8]) -> UInt32 {
        ~bytes.reduce(UInt32.max) { sum, byte in
            (0..<8).reduce(sum ^ UInt32(byte)) { sum, _ in sum >> 1 ^ (sum & 1 == 0 ? 0 : 0xEDB8_8320) }
        }
    }

    private static func littleEndian<Number: FixedWidthInteger>(_ number: Number) -> [UInt8] {
        withUnsafeBytes(of: number.littleEndian) { Array($0) }
    }
}

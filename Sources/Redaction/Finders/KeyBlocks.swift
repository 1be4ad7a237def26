/// Finds private keys in PEM, whole or cut.
///
/// From `-----BEGIN … PRIVATE KEY…-----` to its `-----END …-----`; without that, as far as a byte can be a part of the block;
/// and what can be one before an `-----END … PRIVATE KEY…-----` that has no beginning. Certificates and public keys stay.
/// Source: RFC 7468 §3 and §10.
struct KeyBlocks {
    private static let begin = Array("-----BEGIN ".utf8)
    private static let end = Array("-----END ".utf8)
    private static let dashes = Array("-----".utf8)
    private static let label = Array("PRIVATE KEY".utf8)
    /// The most bytes of a label.
    private static let longestLabel = 40

    /// The private keys in a text.
    ///
    /// - Parameter view: the text.
    /// - Returns: the keys, in their order.
    static func findings(in view: TextView) -> Findings {
        var findings = Findings()
        let bytes = view.bytes
        var index = 0
        // Where the last byte was that can't be a part of a block.
        var boundary = 0
        while index < bytes.count {
            let byte = bytes[index]
            if byte != UInt8(ascii: "-") {
                if bounds[Int(byte)] { boundary = index &+ 1 }
                index &+= 1
                continue
            }
            if let line = boundaryLine(begin, in: bytes, at: index) {
                let end = blockEnd(in: bytes, from: line)
                findings.addByEnd(Replacement(view.place(of: index..<end), .secret))
                findings.visits += end - index
                index = end
                boundary = end
            } else if let line = boundaryLine(Self.end, in: bytes, at: index) {
                if boundary < line { findings.addByEnd(Replacement(view.place(of: boundary..<line), .secret)) }
                index = line
                boundary = line
            } else {
                index &+= 1
            }
            findings.visits += 1
        }
        findings.visits += bytes.count
        return findings
    }

    /// Where the line ends that begins or ends a private key at a place; nil when none does.
    private static func boundaryLine(_ word: [UInt8], in bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int? {
        guard bytes[index...].starts(with: word) else { return nil }
        let start = index + word.count
        var end = start
        while end < bytes.count, bytes[end] != UInt8(ascii: "-"), end - start < longestLabel { end += 1 }
        guard contains(label, in: UnsafeBufferPointer(rebasing: bytes[start..<end])) else { return nil }
        var rest = end
        while rest < bytes.count, rest - end < dashes.count, bytes[rest] == UInt8(ascii: "-") { rest += 1 }
        return rest
    }

    private static func contains(_ text: [UInt8], in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard bytes.count >= text.count else { return false }
        return (0...bytes.count - text.count).contains { bytes[$0...].starts(with: text) }
    }

    /// Where a block ends that began before a place.
    private static func blockEnd(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        var index = start
        while index < bytes.count {
            let byte = bytes[index]
            if byte == UInt8(ascii: "-"), bytes[index...].starts(with: end) {
                index += end.count
                while index < bytes.count, bytes[index] != UInt8(ascii: "-"), !bounds[Int(bytes[index])] { index += 1 }
                var count = 0
                while index < bytes.count, count < dashes.count, bytes[index] == UInt8(ascii: "-") {
                    index += 1
                    count += 1
                }
                return index
            }
            if bounds[Int(byte)] { return index }
            index += 1
        }
        return index
    }

    /// The bytes that can't be a part of a block.
    private static let bounds: [Bool] = {
        var bounds = [Bool](repeating: false, count: 256)
        for byte in "\"'`<>{}[]()|".utf8 { bounds[Int(byte)] = true }
        return bounds
    }()
}

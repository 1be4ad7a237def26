/// A text that rows are searched for: found anywhere in a value, letters A to Z in either case, all else literally.
struct SearchTerm {
    /// The text, letters A to Z in lower case.
    private let bytes: [UInt8]
    /// Whether an id could have it in it: saves writing out ids in vain.
    private let fitsID: Bool
    /// Whether it is found anywhere in a value, and not only at its beginning.
    private let isFoundInside: Bool

    /// A search; nil finds everything, the empty text is refused.
    init?(_ parameters: Parameters, _ rules: Policy.Lists) throws(ModelError) {
        guard let text = try parameters.text("search") else { return nil }
        guard !text.isEmpty else {
            throw .invalidInput("String must contain at least 1 character(s)", at: ["search"])
        }
        bytes = text.utf8.map(Self.lowercased)
        isFoundInside = rules.searchesInside
        fitsID = bytes.allSatisfy { "0123456789abcdef-".utf8.contains($0) }
    }

    /// Whether the written form of the id has the text in it, or is the text where parts do not count; nil has not.
    func isFound(in id: ResourceID?, byParts: Bool = true) -> Bool {
        guard fitsID, let id else { return false }
        return isFound(in: id.description, byParts: byParts)
    }

    /// Whether the value has the text in it, or is the text where parts do not count; nil has not.
    func isFound(in value: String?, byParts: Bool = true) -> Bool {
        guard let value, byParts || value.utf8.count == bytes.count else { return false }
        let found = value.utf8.withContiguousStorageIfAvailable { isFound(inBytes: $0) }
        return found ?? Array(value.utf8).withUnsafeBufferPointer { isFound(inBytes: $0) }
    }

    /// Whether the bytes have the text in them.
    private func isFound(inBytes value: UnsafeBufferPointer<UInt8>) -> Bool {
        guard value.count >= bytes.count else { return false }
        return (0...(isFoundInside ? value.count - bytes.count : 0)).contains { start in
            bytes.indices.allSatisfy { Self.lowercased(value[start + $0]) == bytes[$0] }
        }
    }

    /// The byte of a letter A to Z in lower case; any other as it is.
    private static func lowercased(_ byte: UInt8) -> UInt8 {
        (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
    }
}

import JSON
import JSONSchema

extension JSONValue {
    /// The value as JSON, cut after 120 characters; only its beginning is written, however large it is.
    var excerpt: String { ValueExcerpt.of(self) }

    /// The value as JSON, cut so that it shows where it begins to differ from another.
    ///
    /// What both have in common before the differing member or item becomes `…`, when the cut would else hide the
    /// difference. Strings stay whole at their beginning, so that no secret in them loses the form it is known by.
    /// - Parameter other: the value it is compared with; nil when there is none.
    /// - Returns: the excerpt.
    func excerpt(beside other: JSONValue?) -> String {
        let text = serialized()
        guard let other = other?.serialized(), max(text.count, other.count) > String.excerptLimit else {
            return text.cut
        }
        let common = text.utf8.commonPrefix(with: other.utf8)
        let start = common.lastMemberStart
        guard start > common.startIndex, common.count > String.excerptLimit / 2 else { return text.cut }
        return "…" + String(text[start...]).cut
    }
}

extension String {
    /// The most characters an excerpt has.
    fileprivate static let excerptLimit = 120

    /// The text, cut after so many characters.
    fileprivate var cut: String {
        count <= Self.excerptLimit ? self : prefix(Self.excerptLimit - 1) + "…"
    }
}

extension String.UTF8View {
    /// The beginning that both texts have.
    fileprivate func commonPrefix(with other: String.UTF8View) -> Substring.UTF8View {
        let length = zip(self, other).prefix { $0 == $1 }.count
        return self[..<index(startIndex, offsetBy: length)]
    }
}

extension Substring.UTF8View {
    /// Where the last member or item begins, in the beginning of a JSON text without spaces; its start when none does.
    fileprivate var lastMemberStart: Index {
        var start = startIndex
        var isInString = false
        var isEscaped = false
        for index in indices {
            if isInString {
                let byte = self[index]
                isInString = byte != UInt8(ascii: "\"") || isEscaped
                isEscaped = byte == UInt8(ascii: "\\") && !isEscaped
                continue
            }
            switch self[index] {
            case UInt8(ascii: "\""): isInString = true
            case UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: ","): start = self.index(after: index)
            default: break
            }
        }
        return start
    }
}

/// Finds values that stand beside a name which says that they are secret or personal.
///
/// · `"name": value`, also as a part of a string, with any of its bytes escaped; and `name: value` in text
/// · `name=value`, as in forms, query strings and attributes
/// · `<name>value</name>`
/// · a value beside the name's own property: `"name": "Authorization", "value": "…"`
///
/// It goes from one `:`, `=` or `>` to the next, looks back over the name, which has none of these in it, and goes on behind
/// the value: each byte is looked at a few times at most.
struct NamedValues {
    private let view: TextView
    private let hidesPersonalData: Bool
    private let delimiters = Self.delimiters
    private var findings = Findings()
    /// Where the last value was that is itself the name of a secret, and what it says; nil when there was none.
    private var pending: (end: Int, meaning: NamedSecret)?

    /// How far the value may stand from the property that gives its name.
    private static let pendingDistance = 64
    /// How many bytes a name may have, quotation marks left out.
    private static let longestName = 96

    private init(_ view: TextView, hidesPersonalData: Bool) {
        self.view = view
        self.hidesPersonalData = hidesPersonalData
    }

    /// The values in a text.
    ///
    /// - Parameters:
    ///   - view: the text.
    ///   - hidesPersonalData: whether personal data counts.
    /// - Returns: the values, in their order.
    static func findings(in view: TextView, hidesPersonalData: Bool) -> Findings {
        var values = NamedValues(view, hidesPersonalData: hidesPersonalData)
        values.read()
        return values.findings
    }

    private mutating func read() {
        let bytes = view.bytes
        var index = 0
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: SecretName.longest) { scratch in
            while index < bytes.count {
                let byte = bytes[index]
                guard byte == UInt8(ascii: ":") || byte == UInt8(ascii: "=") || byte == UInt8(ascii: ">") else {
                    index &+= 1
                    continue
                }
                guard let name = name(before: index, separator: byte, into: scratch) else {
                    index &+= 1
                    continue
                }
                index = value(of: name, after: index, separator: byte)
            }
        }
        findings.visits += bytes.count
    }

    /// What stands before a separator.
    private struct Name {
        let meaning: NamedSecret
        /// Where its closing quotation mark stands; nil when it has none.
        let quote: Int?
        /// Whether it stands behind `?` or `&`.
        let isParameter: Bool
    }

    /// The name before a separator; nil when there is none that says something.
    private mutating func name(
        before separator: Int,
        separator byte: UInt8,
        into scratch: UnsafeMutableBufferPointer<UInt8>
    ) -> Name? {
        let bytes = view.bytes
        var end = separator
        if byte != UInt8(ascii: ">") { while end > 0, bytes[end - 1] == 0x20 { end -= 1 } }
        var quote: Int?
        if end > 0, bytes[end - 1].isQuote {
            end -= 1
            quote = end
        }
        var start = end
        var count = 0
        let least = max(0, end - Self.longestName)
        while start > least {
            let byte = bytes[start - 1]
            if let plain = byte.inName {
                guard count < scratch.count else { return nil }
                count += 1
                scratch[scratch.count - count] = plain
            } else if !Self.isSeparatorInName(byte, isQuoted: quote != nil) {
                break
            }
            start -= 1
        }
        findings.visits += separator - start
        guard count > 0 else { return nil }
        let name = UnsafeBufferPointer(rebasing: UnsafeBufferPointer(scratch)[(scratch.count - count)...])
        let before = start > 0 ? bytes[start - 1] : 0
        let isParameter = before == UInt8(ascii: "?") || before == UInt8(ascii: "&")
        if byte == UInt8(ascii: ">"), before != UInt8(ascii: "<") { return nil }
        if let pending, Self.isNameOfValue(name) {
            self.pending = nil
            guard separator - pending.end <= Self.pendingDistance else { return nil }
            return Name(meaning: pending.meaning, quote: quote, isParameter: isParameter)
        }
        if !isParameter, Self.isNameOfName(name) {
            notePending(after: separator, into: scratch)
            return nil
        }
        guard let meaning = SecretName.meaning(of: name) else { return nil }
        if case .personal = meaning, !hidesPersonalData { return nil }
        return Name(meaning: meaning, quote: quote, isParameter: isParameter)
    }

    /// Whether a byte can stand in a name between its letters.
    private static func isSeparatorInName(_ byte: UInt8, isQuoted: Bool) -> Bool {
        switch byte {
        case UInt8(ascii: "_"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "$"): true
        case 0x20, UInt8(ascii: "["), UInt8(ascii: "]"): isQuoted
        default: false
        }
    }

    /// Whether a property called so holds the value whose name another property holds.
    private static func isNameOfValue(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
        name.count == 5 && name.elementsEqual("value".utf8)
    }

    /// Whether a property called so holds a name.
    private static func isNameOfName(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
        (name.count == 4 && name.elementsEqual("name".utf8)) || (name.count == 3 && name.elementsEqual("key".utf8))
            || (name.count == 6 && name.elementsEqual("header".utf8))
    }

    /// Notes that a quoted value behind a separator is itself the name of a secret.
    private mutating func notePending(after separator: Int, into scratch: UnsafeMutableBufferPointer<UInt8>) {
        let bytes = view.bytes
        pending = nil
        var index = separator + 1
        while index < bytes.count, bytes[index].isSpace { index += 1 }
        findings.visits += index - separator
        guard index < bytes.count, bytes[index].isQuote else { return }
        let start = index + 1
        var count = 0
        index = start
        while index < bytes.count, !bytes[index].isQuote, index - start < Self.longestName {
            if let plain = bytes[index].inName {
                guard count < scratch.count else { return }
                scratch[count] = plain
                count += 1
            }
            index += 1
        }
        findings.visits += index - start
        let name = UnsafeBufferPointer(rebasing: UnsafeBufferPointer(scratch)[..<count])
        guard count > 0, let meaning = SecretName.meaning(of: name) else { return }
        if case .personal = meaning, !hidesPersonalData { return }
        pending = (index, meaning)
    }

    /// Reads the value behind a separator.
    ///
    /// - Returns: where to go on: behind the value.
    private mutating func value(of name: Name, after separator: Int, separator byte: UInt8) -> Int {
        let bytes = view.bytes
        var index = separator + 1
        while index < bytes.count, bytes[index].isSpace { index += 1 }
        findings.visits += index - separator
        guard index < bytes.count else { return index }
        switch bytes[index] {
        case UInt8(ascii: "\""), UInt8(ascii: "'"):
            guard byte != UInt8(ascii: ">"), name.quote != nil || !endsString(index) else { return index }
            return quotedValue(of: name, from: index)
        case UInt8(ascii: "{") where name.quote != nil, UInt8(ascii: "[") where name.quote != nil:
            return structuredValue(of: name, from: index)
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
            if byte == UInt8(ascii: ":") { return numericValue(of: name, from: index) }
            return plainValue(of: name, from: index, separatorAt: separator)
        default:
            return plainValue(of: name, from: index, separatorAt: separator)
        }
    }

    /// How many bytes of the source an element has.
    private func length(_ index: Int) -> Int { view.start(of: index + 1) - view.start(of: index) }

    /// How a quotation mark is written in the source.
    private struct Mark {
        /// The mark itself.
        let character: UInt8
        /// How many bytes it has in the source.
        let length: Int
        /// How many backslashes stand before it; nil when it is another sort of escape.
        let backslashCount: Int?
    }

    private func mark(_ index: Int) -> Mark {
        let start = view.start(of: index)
        let length = length(index)
        let isPlain = view.source[start + length - 1] == view.bytes[index]
        return Mark(character: view.bytes[index], length: length, backslashCount: isPlain ? length - 1 : nil)
    }

    /// How many bytes before its end the closing mark begins; nil when a mark is a part of the value.
    ///
    /// Between marks with k backslashes (0, 1, 3, …: one level of JSON in JSON each), a mark is a part of the value when a
    /// further level of escapes stands before it (RFC 8259 §7).
    private static func closing(_ mark: Mark, of open: Mark) -> Int? {
        guard mark.character == open.character else { return nil }
        guard let inner = mark.backslashCount, let outer = open.backslashCount else {
            return mark.length <= open.length ? mark.length : nil
        }
        if inner < outer { return mark.length }
        return (inner - outer) % (2 * (outer + 1)) == 0 ? open.length : nil
    }

    /// Where the string that opens at a place ends in the view, and where its content ends in the source.
    private mutating func string(from index: Int) -> (end: Int, contentEnd: Int) {
        let open = mark(index)
        var end = index + 1
        while end < view.bytes.count {
            if view.bytes[end] == open.character, let length = Self.closing(mark(end), of: open) {
                findings.visits += end - index
                return (end + 1, view.start(of: end + 1) - length)
            }
            end += 1
        }
        findings.visits += end - index
        return (end, view.source.count)
    }

    /// Whether a quotation mark behind a name that has none ends a string which the name is in, as in `"?token=","a":1`.
    private func endsString(_ index: Int) -> Bool {
        guard index + 1 < view.bytes.count else { return true }
        return ",:}])".utf8.contains(view.bytes[index + 1]) || view.bytes[index + 1].isSpace
    }

    private mutating func quotedValue(of name: Name, from index: Int) -> Int {
        switch name.meaning {
        case .list: return index + 1
        case .parameter where !name.isParameter: return index + 1
        default: break
        }
        let (end, contentEnd) = string(from: index)
        let range = view.start(of: index + 1)..<max(view.start(of: index + 1), contentEnd)
        switch name.meaning {
        case .secret, .code, .parameter: add(range, .secret)
        case .possibleCode: if isCode(range) { add(range, .secret) }
        case .personal(let kind): addPersonal(range, kind, content: index + 1..<end)
        case .list: break
        }
        return end
    }

    /// Whether the source has nothing but the digits of a code there.
    private func isCode(_ range: Range<Int>) -> Bool {
        (4...12).contains(range.count) && view.source[range].allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
    }

    private mutating func structuredValue(of name: Name, from index: Int) -> Int {
        guard let kind = kindOfStructure(of: name, from: index) else { return index + 1 }
        var end = index + 1
        var depth = 1
        while end < view.bytes.count, depth > 0 {
            switch view.bytes[end] {
            case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"): depth -= 1
            case UInt8(ascii: "\""):
                end = string(from: end).end
                continue
            default: break
            }
            end += 1
        }
        findings.visits += end - index
        guard end - index > 2 else { return end }
        if case .personal(let kind) = kind {
            findings.visits += end - index
            let content = UnsafeBufferPointer(rebasing: view.bytes[index..<end])
            if GeneratedValue.isOne(content, kind) { return end }
        }
        addQuoted(view.place(of: index..<end), of: name, kind)
        return end
    }

    /// What an object or a list is replaced as; nil when it stays.
    private mutating func kindOfStructure(of name: Name, from index: Int) -> Replacement.Kind? {
        if view.source[view.start(of: index)...].starts(with: Placeholder.secret.utf8) { return nil }
        if case .secret = name.meaning { return .secret }
        // Under other names there can be whole resources; only a list of texts is a value.
        guard view.bytes[index] == UInt8(ascii: "[") else { return nil }
        var first = index + 1
        while first < view.bytes.count, view.bytes[first].isSpace { first += 1 }
        findings.visits += first - index
        guard first < view.bytes.count, view.bytes[first].isQuote else { return nil }
        return switch name.meaning {
        case .personal(let kind): .personal(kind)
        case .secret, .code, .list: .secret
        case .possibleCode, .parameter: nil
        }
    }

    private mutating func numericValue(of name: Name, from index: Int) -> Int {
        var end = index
        while end < view.bytes.count, view.bytes[end].isInNumber { end += 1 }
        findings.visits += end - index
        guard name.quote != nil || end - index >= 4 else { return end }
        switch name.meaning {
        case .secret, .code: addQuoted(view.place(of: index..<end), of: name)
        case .personal(let kind): addQuoted(view.place(of: index..<end), of: name, .personal(kind))
        case .possibleCode, .parameter, .list: break
        }
        return end
    }

    /// Reads a value without quotation marks.
    private mutating func plainValue(of name: Name, from first: Int, separatorAt separator: Int) -> Int {
        let bytes = view.bytes
        let separatorLength = length(separator)
        var index = first
        var end = first
        var hasDigit = false
        while true {
            end = index + Placeholder.length(atBeginOf: UnsafeBufferPointer(rebasing: bytes[index...]))
            hasDigit = false
            while end < bytes.count, !isDelimiter(end, separatorLength: separatorLength, bytes[separator]) {
                hasDigit = hasDigit || (bytes[end] >= 0x30 && bytes[end] <= 0x39)
                end += 1
            }
            findings.visits += end - index
            guard isScheme(index..<end), end < bytes.count, bytes[end] == 0x20 else { break }
            index = end + 1
        }
        guard index < end else { return max(end, first) }
        let range = view.place(of: index..<end)
        let count = end - index
        let isDigits = hasDigit && bytes[index..<end].allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
        // In a sentence, a word behind a colon is a word.
        if bytes[separator] == UInt8(ascii: ":"), !(hasDigit && count >= 6) { return end }
        if bytes[separator] == UInt8(ascii: "="), bytes[index] == UInt8(ascii: "=") { return end }
        guard !Self.isLiteral(UnsafeBufferPointer(rebasing: bytes[index..<end])) else { return end }
        switch name.meaning {
        case .secret, .code: add(range, .secret)
        case .possibleCode:
            if count >= 16 || (isDigits && (4...12).contains(count)) { add(range, .secret) }
        case .parameter:
            if name.isParameter, count >= 8 { add(range, .secret) }
        case .list: break
        case .personal(let kind): addPersonal(range, kind, content: index..<end)
        }
        return end
    }

    /// Whether some bytes are the scheme of a credential, behind which it stands (RFC 9110 §11.4).
    private func isScheme(_ range: Range<Int>) -> Bool {
        guard (5...6).contains(range.count) else { return false }
        let word = view.bytes[range].map { $0 | 0x20 }
        return ["basic", "bearer", "digest", "token"].contains { word.elementsEqual($0.utf8) }
    }

    private static func isLiteral(_ word: UnsafeBufferPointer<UInt8>) -> Bool {
        (4...5).contains(word.count) && ["null", "true", "false"].contains { word.elementsEqual($0.utf8) }
    }

    /// Whether a value without quotation marks ends at a place.
    ///
    /// What is escaped once more than the separator belongs to the value, such as `%26` behind `=`.
    private func isDelimiter(_ index: Int, separatorLength: Int, _ separator: UInt8) -> Bool {
        let byte = view.bytes[index]
        guard delimiters[Int(byte)] else { return false }
        if separator == UInt8(ascii: ">") { return byte == UInt8(ascii: "<") }
        if length(index) <= separatorLength { return true }
        let first = view.source[view.start(of: index)]
        return first == UInt8(ascii: "&") || first == UInt8(ascii: "\\")
    }

    private static let delimiters: [Bool] = {
        var delimiters = [Bool](repeating: false, count: 256)
        for byte in "&;\"'<>,)}]|`#".utf8 { delimiters[Int(byte)] = true }
        for byte in 0...0x20 { delimiters[byte] = true }
        return delimiters
    }()

    /// Adds a value, unless it is empty or a placeholder already.
    private mutating func add(_ range: Range<Int>, _ kind: Replacement.Kind) {
        guard !range.isEmpty, !Placeholder.isOne(UnsafeBufferPointer(rebasing: view.source[range])) else { return }
        findings.addByEnd(Replacement(range, kind))
    }

    /// Adds personal data, unless this program has made it up.
    private mutating func addPersonal(_ range: Range<Int>, _ kind: PersonalKind, content: Range<Int>) {
        let bytes = UnsafeBufferPointer(rebasing: view.bytes[content])
        findings.visits += content.count
        if !GeneratedValue.isOne(bytes, kind) { add(range, .personal(kind)) }
    }

    /// Adds a number or an object, in whose place a string comes.
    private mutating func addQuoted(_ range: Range<Int>, of name: Name, _ kind: Replacement.Kind = .secret) {
        let quote = name.quote.map { index -> Range<Int> in
            let mark = mark(index)
            let end = view.start(of: index + 1)
            // Backslashes before it that stand for themselves belong to the name: of `\\\\"` only the mark ends it.
            let length = mark.backslashCount.map { ($0 + 1) & -($0 + 1) } ?? mark.length
            return end - length..<end
        }
        findings.addByEnd(Replacement(range, kind, quote: quote))
    }
}

extension UInt8 {
    @inline(__always)
    fileprivate var isQuote: Bool { self == UInt8(ascii: "\"") || self == UInt8(ascii: "'") }

    @inline(__always)
    fileprivate var isSpace: Bool { self == 0x20 || self == 0x09 || self == 0x0A || self == 0x0D }

    @inline(__always)
    fileprivate var isInNumber: Bool {
        switch self {
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "."),
            UInt8(ascii: "e"), UInt8(ascii: "E"):
            true
        default: false
        }
    }
}

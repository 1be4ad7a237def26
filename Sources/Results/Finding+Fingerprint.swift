import SeamContract

extension Finding {
    /// What tells the same fault from another, night after night: 16 hexadecimal digits.
    ///
    /// Made of what sort of fault it is, the requirements it breaks, the operation, and the place with the indices of items
    /// and quoted values left out: never of ids, times, values found or the wording.
    public var fingerprint: String {
        var hash = StableHash()
        for part in [code, requirements.joined(separator: " "), operation ?? "", place.withoutValues] {
            hash.feed(part)
            hash.feed(UInt8(0))
        }
        return hash.hexadecimal
    }
}

extension String {
    /// A place with `*` for each index of an item and each quoted value in it.
    fileprivate var withoutValues: String {
        var text = ""
        var quote: Character?
        var isIndex = false
        var before: Character = "/"
        for character in self {
            if let open = quote {
                if character == open { quote = nil }
            } else if hasPrefix("$"), character == "'" || character == "\"" {
                quote = character
                text.append("*")
            } else if character.isASCII, character.isNumber, isIndex || before == "/" || before == "[" {
                if !isIndex { text.append("*") }
                isIndex = true
            } else {
                isIndex = false
                text.append(character)
            }
            before = character
        }
        return text
    }
}

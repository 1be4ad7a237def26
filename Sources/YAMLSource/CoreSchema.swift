import JSON

/// What a plain YAML scalar stands for: the core schema of YAML 1.2.2, section 10.3.2.
enum CoreSchema {
    /// Why a plain scalar stands for no JSON value.
    struct Refusal: Error {
        /// What is wrong and what to write instead.
        let message: String
    }

    /// The value of a plain scalar: null, a Boolean or a number where the schema says so, else the string itself.
    ///
    /// A number keeps the digits it was written with as far as JSON can write them: `+1` is `1`, `007` is `7`,
    /// `.5` is `0.5`, `0x1F` is `31`.
    static func value(ofPlain text: String) throws(Refusal) -> JSONValue {
        switch text {
        case "", "~", "null", "Null", "NULL": return .null
        case "true", "True", "TRUE": return .bool(true)
        case "false", "False", "FALSE": return .bool(false)
        case ".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF", "-.inf", "-.Inf", "-.INF", ".nan", ".NaN", ".NAN":
            throw Refusal(message: "\(text) is no number in JSON (put it in quotes if a string is meant)")
        default: break
        }
        guard let first = text.utf8.first, "+-.0123456789".utf8.contains(first) else { return .string(text) }
        if let radix = radix(of: text) { return try wholeNumber(text, radix: radix) }
        return decimalNumber(text).map { .number(JSONNumber(validText: $0)) } ?? .string(text)
    }

    /// 16 or 8 when the text is a whole number in that notation.
    private static func radix(of text: String) -> Int? {
        let digits = text.dropFirst(2)
        guard !digits.isEmpty else { return nil }
        if text.hasPrefix("0x") {
            return digits.allSatisfy { $0.isASCII && $0.isHexDigit } ? 16 : nil
        }
        return text.hasPrefix("0o") && digits.allSatisfy { ("0"..."7").contains($0) } ? 8 : nil
    }

    /// The whole number of a hexadecimal or octal text.
    private static func wholeNumber(_ text: String, radix: Int) throws(Refusal) -> JSONValue {
        guard let value = Int(text.dropFirst(2), radix: radix) else {
            throw Refusal(message: "\(text) is too large (write it in decimal)")
        }
        return .number(JSONNumber(value))
    }

    /// The JSON form of a decimal number; nil when the text is none.
    ///
    /// Grammar: `[-+]? ( \. [0-9]+ | [0-9]+ ( \. [0-9]* )? ) ( [eE] [-+]? [0-9]+ )?`.
    private static func decimalNumber(_ text: String) -> String? {
        var rest = Substring(text)
        let sign = rest.first == "-" ? "-" : ""
        if rest.first == "-" || rest.first == "+" { rest.removeFirst() }
        let whole = takeDigits(from: &rest)
        var fraction: Substring = ""
        if rest.first == "." {
            rest.removeFirst()
            fraction = takeDigits(from: &rest)
        }
        guard !(whole.isEmpty && fraction.isEmpty), let exponent = takeExponent(from: &rest), rest.isEmpty else {
            return nil
        }
        let significant = whole.drop { $0 == "0" }
        return sign + (significant.isEmpty ? "0" : significant) + (fraction.isEmpty ? "" : "." + fraction) + exponent
    }

    /// Takes the ASCII digits at the front.
    private static func takeDigits(from text: inout Substring) -> Substring {
        let digits = text.prefix { ("0"..."9").contains($0) }
        text = text.dropFirst(digits.count)
        return digits
    }

    /// Takes the exponent at the front: empty when there is none, nil when it has no digits.
    private static func takeExponent(from text: inout Substring) -> String? {
        guard let mark = text.first, mark == "e" || mark == "E" else { return "" }
        text.removeFirst()
        var sign = ""
        if let first = text.first, first == "-" || first == "+" {
            sign = String(first)
            text.removeFirst()
        }
        let digits = takeDigits(from: &text)
        return digits.isEmpty ? nil : String(mark) + sign + digits
    }
}

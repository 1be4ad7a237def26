extension ScalarClass {
    /// `.`: any scalar but the line terminators of ECMA-262 §12.3.
    static let ecmaScriptDot = ScalarClass(
        ranges: ["\n"..."\n", "\r"..."\r", "\u{2028}"..."\u{2029}"],
        isNegated: true
    )
    /// `\d`.
    static let digit = ScalarClass(ranges: ["0"..."9"])
    /// `\w`.
    static let word = ScalarClass(ranges: ["a"..."z", "A"..."Z", "0"..."9", "_"..."_"])
    /// `\s`: the white space and line terminators of ECMA-262 §12.2 and §12.3.
    static let space = ScalarClass(
        ranges: ["\t"..."\r", "\u{2028}"..."\u{2029}", "\u{FEFF}"..."\u{FEFF}"],
        categories: [GeneralCategory(name: "Zs", isNegated: false)]
    )

    /// The only scalar of a class; nil when it has more.
    var only: Unicode.Scalar? {
        guard !isNegated, categories.isEmpty, parts.isEmpty, ranges.count == 1 else { return nil }
        return ranges[0].lowerBound == ranges[0].upperBound ? ranges[0].lowerBound : nil
    }

    /// What `\p{…}` stands for: a general category by its short or long name (PropertyValueAliases.txt), `Any` or `ASCII`.
    ///
    /// - Parameter property: what stands between the braces; nil comes of one that is not known.
    init?(property: String) {
        let bare = ["General_Category=", "gc="].first { property.hasPrefix($0) }.map { property.dropFirst($0.count) }
        let name = bare.map { String($0) } ?? property
        switch name {
        case "Any": self.init(ranges: ["\0"..."\u{10FFFF}"])
        case "ASCII": self.init(ranges: ["\0"..."\u{7F}"])
        default:
            let short = Self.longNames[name] ?? name
            guard GeneralCategory.names.contains(short) else { return nil }
            self.init(categories: [GeneralCategory(name: short, isNegated: false)])
        }
    }

    /// The general categories by their long names.
    private static let longNames = [
        "Letter": "L", "Lowercase_Letter": "Ll", "Modifier_Letter": "Lm", "Other_Letter": "Lo",
        "Titlecase_Letter": "Lt", "Uppercase_Letter": "Lu", "Mark": "M", "Combining_Mark": "M",
        "Spacing_Mark": "Mc", "Enclosing_Mark": "Me", "Nonspacing_Mark": "Mn", "Number": "N",
        "Decimal_Number": "Nd", "digit": "Nd", "Letter_Number": "Nl", "Other_Number": "No", "Punctuation": "P",
        "punct": "P", "Connector_Punctuation": "Pc", "Dash_Punctuation": "Pd", "Close_Punctuation": "Pe",
        "Final_Punctuation": "Pf", "Initial_Punctuation": "Pi", "Other_Punctuation": "Po", "Open_Punctuation": "Ps",
        "Separator": "Z", "Line_Separator": "Zl", "Paragraph_Separator": "Zp", "Space_Separator": "Zs",
        "Symbol": "S", "Currency_Symbol": "Sc", "Modifier_Symbol": "Sk", "Math_Symbol": "Sm", "Other_Symbol": "So",
        "Other": "C", "Control": "Cc", "cntrl": "Cc", "Format": "Cf", "Unassigned": "Cn", "Private_Use": "Co",
    ]
}

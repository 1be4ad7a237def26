import JSON
import Testing

@Suite("JSON parsing suite", .enabled(if: !OfficialSuite.parsing.isEmpty, "\(OfficialSuite.absence)"))
struct JSONParsingSuiteTests {
    /// What is left to the parser by RFC 8259 and accepted here; all the rest of it is refused.
    ///
    /// Numbers of any size are kept exactly, and 500 levels are within the limit. Refused are texts that are not UTF-8
    /// or have a byte order mark (section 8.1), and surrogates that are no pair (section 8.2): they stand for no character.
    private static let acceptedOfUndecided: Set<String> = [
        "i_number_double_huge_neg_exp.json", "i_number_huge_exp.json", "i_number_neg_int_huge_exp.json",
        "i_number_pos_double_huge_exp.json", "i_number_real_neg_overflow.json", "i_number_real_pos_overflow.json",
        "i_number_real_underflow.json", "i_number_too_big_neg_int.json", "i_number_too_big_pos_int.json",
        "i_number_very_big_negative_int.json", "i_structure_500_nested_arrays.json",
    ]

    @Test("every file is accepted or refused as it has to be")
    func officialFiles() {
        var right: [Character: Int] = [:]
        var total: [Character: Int] = [:]
        for (name, bytes) in OfficialSuite.parsing {
            let kind = name.first ?? "?"
            let isExpected = kind == "y" || Self.acceptedOfUndecided.contains(name)
            let isAccepted = (try? JSONValue(parsing: bytes)) != nil
            #expect(isAccepted == isExpected, "\(name)")
            total[kind, default: 0] += 1
            right[kind, default: 0] += isAccepted == isExpected ? 1 : 0
        }
        let counts = "yni".map { "\(right[$0] ?? 0) of \(total[$0] ?? 0) \($0)_" }.joined(separator: ", ")
        #expect(counts == "95 of 95 y_, 188 of 188 n_, 35 of 35 i_")
        print("JSON parsing suite: \(counts)")
    }

    @Test("what is accepted is the same value after writing and reading it again")
    func roundTrips() throws {
        for (name, bytes) in OfficialSuite.parsing {
            guard let value = try? JSONValue(parsing: bytes) else { continue }
            for style in [JSONStyle.compact, .pretty, .canonical] {
                #expect(try JSONValue(parsing: value.serializedBytes(style)) == value, "\(name)")
            }
        }
    }
}

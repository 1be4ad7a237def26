import Foundation
import JSON
import Testing

@Suite("JSON parsing suite", .enabled(if: !OfficialSuite.parsing.isEmpty, "\(OfficialSuite.absence)"))
struct JSONParsingSuiteTests {
    /// What is decided of the files that RFC 8259 leaves to the parser, by the table in the documentation.
    private static let decisions: [String: Bool] = {
        let rows = DocumentedTable.rows(beginningWith: "`i_")
        let decisions = rows.map { cells in
            (cells[0].trimmingCharacters(in: ["`"]) + ".json", cells[1] == "accepted")
        }
        return Dictionary(uniqueKeysWithValues: decisions)
    }()

    @Test("every file is accepted or refused as it has to be")
    func officialFiles() {
        var right: [Character: Int] = [:]
        var total: [Character: Int] = [:]
        for (name, bytes) in OfficialSuite.parsing {
            let kind = name.first ?? "?"
            let isExpected = kind == "y" || Self.decisions[name] == true
            let isAccepted = (try? JSONValue(parsing: bytes)) != nil
            #expect(isAccepted == isExpected, "\(name)")
            total[kind, default: 0] += 1
            right[kind, default: 0] += isAccepted == isExpected ? 1 : 0
        }
        let counts = "yni".map { "\(right[$0] ?? 0) of \(total[$0] ?? 0) \($0)_" }.joined(separator: ", ")
        #expect(counts == "95 of 95 y_, 188 of 188 n_, 35 of 35 i_")
        print("JSON parsing suite: \(counts)")
    }

    @Test("each file that is left to the parser has its decision and its reason in the documentation")
    func documentedDecisions() {
        let undecided = OfficialSuite.parsing.map(\.name).filter { $0.hasPrefix("i_") }
        #expect(Self.decisions.keys.sorted() == undecided.sorted())
        #expect(DocumentedTable.rows(beginningWith: "`i_").allSatisfy { $0.count == 3 && !$0[2].isEmpty })
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

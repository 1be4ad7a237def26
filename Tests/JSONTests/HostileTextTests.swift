import JSON
import Testing

/// Texts that would take for ever, or all memory, if the work grew faster than their length.
@Suite("Hostile JSON texts")
struct HostileTextTests {
    private func repeated(_ text: String, _ count: Int) -> String {
        String(repeating: text, count: count)
    }

    @Test(
        "nesting beyond the limit is refused where it goes too deep, however the text goes on",
        arguments: ["[", "{\"a\":", "[{\"a\":"]
    )
    func nesting(opening: String) throws {
        let text = Array(repeated(opening, 1_000_000).utf8)
        let error = #expect(throws: JSONSyntaxError.self) { try JSONText(parsing: text) }
        #expect(error?.message == "nested deeper than 512 arrays and objects")
        let perLevel = opening.utf8.count / (opening == "[{\"a\":" ? 2 : 1)
        #expect(try #require(error).position.offset >= 512 * perLevel)
    }

    @Test("an instance nested 10,000 deep is refused with its place")
    func tenThousandDeep() {
        let text = Array((repeated("[", 10_000) + repeated("]", 10_000)).utf8)
        let error = #expect(throws: JSONSyntaxError.self) { try JSONText(parsing: text) }
        #expect(error?.description == "1:513: nested deeper than 512 arrays and objects")
    }

    @Test("many deep arrays beside each other are read in time that grows with the text")
    func manyDeepArrays() throws {
        let deep = repeated("[", 500) + repeated("]", 500)
        let text = "[" + repeated(deep + ",", 5000) + "0]"
        #expect(try JSONValue(parsing: text).arrayValue?.count == 5001)
    }

    @Test(
        "strings of millions of characters are read, with escapes and without",
        arguments: ["x", "é", "\\n", "\\u00e9"]
    )
    func longStrings(piece: String) throws {
        let value = try JSONValue(parsing: "\"\(repeated(piece, 2_000_000))\"")
        #expect(value.stringValue?.unicodeScalars.count == 2_000_000)
    }

    @Test("a string without an end is refused at its begin")
    func endlessString() {
        let text = "[\"" + repeated("\\\\", 2_000_000)
        let error = #expect(throws: JSONSyntaxError.self) { try JSONValue(parsing: text) }
        #expect(error?.description == "1:2: the string has no closing '\"'")
    }

    @Test("numbers of millions of digits are read, and compared by their value")
    func longNumbers() throws {
        let digits = repeated("1", 2_000_000)
        let number = try #require(try JSONValue(parsing: digits).numberValue)
        #expect(number == JSONNumber(text: "0.\(digits)e2000000"))
        #expect(number < JSONNumber(text: digits + ".5") ?? number)
        #expect(number.isInteger && number.intValue == nil)
        #expect(number.isMultiple(of: JSONNumber(11)))
    }

    @Test("numbers of 10,000 digits are divided exactly")
    func longDivision() throws {
        let divisor = repeated("7", 10_000)
        let multiple = try #require(JSONNumber(text: divisor + repeated("0", 9_990) + divisor))
        let other = try #require(JSONNumber(text: divisor + repeated("0", 9_990) + "1" + divisor))
        let number = try #require(JSONNumber(text: divisor))
        #expect(multiple.isMultiple(of: number))
        #expect(!other.isMultiple(of: number))
    }

    @Test("objects whose names come in ever another order are read in time that grows with the text")
    func ordersOfNames() throws {
        let count = 300
        let objects = (0..<count).map { first in
            "{" + (0..<count).map { "\"n\(($0 + first) % count)\":\($0)" }.joined(separator: ",") + "}"
        }
        let value = try JSONValue(parsing: "[" + objects.joined(separator: ",") + "]")
        for (first, object) in try #require(value.arrayValue).enumerated() {
            #expect(object.objectValue?.count == count)
            #expect(object["n\(first)"] == 0)
        }
    }

    @Test("the same repeated names in many objects are all told, up to a thousand")
    func repeatedNames() throws {
        let text = try JSONText(parsing: Array("[\(repeated("{\"a\":1,\"b\":2,\"a\":3},", 400))0]".utf8))
        #expect(text.duplicateMembers.count == 400)
        #expect(text.duplicateMembers.last?.pointer.description == "/399/a")
        #expect(text.value[399] == ["a": 3, "b": 2])
        #expect(text.value[399]?.objectValue?.keys == ["a", "b"])
    }
}

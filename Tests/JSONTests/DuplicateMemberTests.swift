import JSON
import Testing

@Suite("Duplicate members") struct DuplicateMemberTests {
    @Test("a repeated member is told with its place, and its last value counts in the place of the first")
    func lastCounts() throws {
        let text = try JSONText(parsing: Array("{\"x\":[0,{\"a\":1,\n \"b\":2,\"a\":3,\"\\u0061\":4}]}".utf8))
        #expect(text.value.serialized() == #"{"x":[0,{"a":4,"b":2}]}"#)
        #expect(text.duplicateMembers.map(\.pointer.description) == ["/x/1/a", "/x/1/a"])
        #expect(text.duplicateMembers.map(\.position.description) == ["2:8", "2:14"])
    }

    @Test("repeated members of outer and inner objects are told in the order of the text")
    func order() throws {
        let text = try JSONText(
            parsing: Array(#"{"a":[[{"b":{"c":1,"c":2}}]],"a":[[1],{"b":{"c":1,"c":2}}],"d/":1,"d/":2}"#.utf8)
        )
        #expect(text.duplicateMembers.map(\.pointer.description) == ["/a/0/0/b/c", "/a", "/a/1/b/c", "/d~1"])
        #expect(text.value.serialized() == #"{"a":[[1],{"b":{"c":2}}],"d/":2}"#)
    }

    @Test("one name in different objects is not repeated, nor are names that Swift's == takes for equal")
    func notRepeated() throws {
        let text = try JSONText(
            parsing: Array("{\"a\":{\"a\":[{\"a\":1},{\"a\":2}]},\"\u{E9}\":1,\"e\u{301}\":2}".utf8)
        )
        #expect(text.duplicateMembers.isEmpty)
        #expect(text.value["\u{E9}"] == 1)
        #expect(text.value["e\u{301}"] == 2)
    }

    @Test("of very many repeated members, a thousand are told")
    func limit() throws {
        let members = repeatElement("\"a\":1", count: 5000).joined(separator: ",")
        let text = try JSONText(parsing: Array("{\(members),\"a\":2}".utf8))
        #expect(text.value == ["a": 2])
        #expect(text.duplicateMembers.count == 1000)
    }
}

import JSON
import Testing

@testable import Conformance  // query strings and gates are not public

@Suite("Query strings")
struct QueryStringTests {
    @Test(
        "Parameters are written as Seam's SDKs write them",
        arguments: [
            (#"{"b":1,"a":"x y+z"}"#, "a=x+y%2Bz&b=1&_strict=true"), (#"{"a":[1,2]}"#, "a=1&a=2&_strict=true"),
            (#"{"a":[]}"#, "a=&_strict=true"), (#"{"a":null}"#, "a=&_strict=true"), (#"{"a":""}"#, ""), ("{}", ""),
            (#"{"a":true,"b":{"d":2,"c":1}}"#, "a=true&b.c=1&b.d=2&_strict=true"),
            (#"{"é":"ü"}"#, "%C3%A9=%C3%BC&_strict=true"),
        ]
    )
    func parameters(json: String, expected: String) throws {
        let members = try JSONValue(parsing: json).objectValue?.members ?? []
        #expect(QueryString.parameters(members.map { ($0.key, $0.value) }).joined(separator: "&") == expected)
    }

    @Test("What a scenario writes out is sent in its order, an empty text kept")
    func written() {
        let pairs = QueryString.written([("b[]", "1"), ("a", ""), ("b[]", "2")])
        #expect(pairs == ["b%5B%5D=1", "a=", "b%5B%5D=2"])
    }

    @Test("A path keeps what may stand in one")
    func paths() {
        #expect(PercentEncoding.path("/a b/ü?x") == "/a%20b/%C3%BC%3Fx")
        #expect(PercentEncoding.path("/user_identities/create") == "/user_identities/create")
    }

    @Test("The verb of an operation says whether it reads or makes")
    func verbs() {
        #expect(["/a/get", "/a/list", "/a/list_users"].allSatisfy { OperationVerb(path: $0).isRead })
        #expect(["/a/create", "/a/get_or_create"].allSatisfy { OperationVerb(path: $0).isCreation })
        #expect(["/a/get_or_create", "/a/lists", "/a/delete"].allSatisfy { !OperationVerb(path: $0).isRead })
    }

    @Test("A gate lets all through together, and not before the last has come")
    func gate() async {
        let gate = Gate(count: 3)
        let passed = await withTaskGroup(of: Int.self) { group in
            for number in 0..<3 {
                group.addTask {
                    await gate.pass()
                    return number
                }
            }
            return await group.reduce(into: Set<Int>()) { $0.insert($1) }
        }
        #expect(passed == [0, 1, 2])
    }
}

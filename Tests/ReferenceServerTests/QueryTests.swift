import JSON
import ReferenceServer
import Testing

@Suite("Parameters in the query")
struct QueryTests {
    @Test("an alias answers what POST answers")
    func alias() throws {
        let client = try Client()
        let id = try #require(try client.identityID(["user_identity_key": "a b+c"]).stringValue)
        let post = try client.call("/user_identities/get", ["user_identity_id": .string(id)])
        for target in ["user_identity_id=\(id)&_strict=true", "user_identity_key=a+b%2Bc"] {
            #expect(client.send("GET", "/user_identities/get?\(target)").json == post)
        }
        #expect(client.send("GET", "/user_identities/get", ["user_identity_key": "a b+c"]).json == post)
        let change: JSONValue = ["user_identity_id": .string(id), "full_name": "Jane"]
        #expect(client.send("PATCH", "/user_identities/update", change).status == 200)
        #expect(client.send("DELETE", "/user_identities/delete?user_identity_id=\(id)&_strict=true").status == 200)
        #expect(client.send("GET", "/user_identities/get?user_identity_id=\(id)").status == 404)
    }

    @Test("the body wins over the query")
    func bodyWins() throws {
        let client = try Client()
        let id = try client.identityID(["user_identity_key": "body"])
        _ = try client.identityID(["user_identity_key": "query"])
        let response = client.send(
            "GET",
            "/user_identities/get?user_identity_key=query",
            ["user_identity_key": "body"]
        )
        #expect(response.json?["user_identity"]?["user_identity_id"] == id)
    }

    @Test("arrays are repeated, bracketed or separated by commas, and empty ones are empty")
    func arrays() throws {
        let client = try Client()
        let ids = try (0..<3).map { _ in try #require(client.identityID().stringValue) }
        let name = "user_identity_ids"
        let cases: [(String, Int)] = [
            ("\(name)=\(ids[0])&\(name)=\(ids[1])", 2), ("\(name)[]=\(ids[0])&\(name)[]=\(ids[1])", 2),
            ("\(name)=\(ids[0]),\(ids[1])", 2), ("\(name)=\(ids[0])", 1), ("\(name)=", 0), ("", 3),
            ("\(name)=&_strict=true", 0), ("\(name)[]=\(ids[0])&_strict=true", 3),
            ("\(name)=\(ids[0])&\(name)=\(ids[1])&_strict=true", 2),
        ]
        for (query, count) in cases {
            let list = client.send("GET", "/user_identities/list?\(query)")
            #expect(list.json?["user_identities"]?.arrayValue?.count == count, "\(query)")
        }
    }

    @Test(
        "what can't be read without doubt is refused",
        arguments: [
            ("limit=1&limit=2", "invalid_query_params"), ("search=%zz", "invalid_query_params"),
            ("search=%ff", "invalid_query_params"), ("limit=abc", "invalid_input"), ("limit=0", "invalid_input"),
            ("limit=1.5", "invalid_input"), ("created_before=now", "invalid_input"),
            ("user_identity_ids=a&user_identity_ids[]=b", "invalid_query_params"),
            ("user_identity_ids=a,b&_strict=true", "invalid_input"), ("page_cursor=x", "invalid_input"),
        ]
    )
    func refused(query: String, type: String) throws {
        let response = try Client().send("GET", "/user_identities/list?\(query)")
        #expect(response.status == 400)
        #expect(response.json?["error"]?["type"] == .string(type))
    }

    @Test("unknown parameters are passed over, and an empty value is null")
    func unknownAndNull() throws {
        let client = try Client()
        _ = try client.identityID(["customer_key": "c"])
        let list = client.send("GET", "/user_identities/list?page_cursor=&nothing=1&nothing=2")
        #expect(list.json?["user_identities"]?.arrayValue?.count == 1)
    }

    @Test("next_page_url and a cursor from either method lead on")
    func nextPage() throws {
        let client = try Client().with("host", "127.0.0.1:99")
        for name in ["Jane + 1", "Jane + 2", "Jane + 3"] { _ = try client.identityID(["full_name": .string(name)]) }
        let first = try client.call("/user_identities/list", ["limit": 2, "search": "jane +"])
        let url = try #require(first["pagination"]?["next_page_url"]?.stringValue)
        let prefix = "http://127.0.0.1:99"
        try #require(url.hasPrefix(prefix + "/user_identities/list?"))
        let rest = client.send("GET", String(url.dropFirst(prefix.count)))
        #expect(rest.json?["user_identities"]?.arrayValue?.count == 1)
        #expect(rest.json?["pagination"]?["next_page_url"] == .null)
    }
}

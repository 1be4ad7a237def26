import JSON
import SeamModel
import Testing
import Timestamps

@Suite("Lists in the model")
struct ListTests {
    @Test("walking the pages gives every row once, and no empty page at the end", arguments: [1, 2, 3, 5, 6, 7])
    func walk(limit: Int) throws {
        var sandbox = Sandbox()
        let ids = try (0..<6).map { _ in try sandbox.identityID() }
        var seen: [JSONValue] = []
        var pages = 0
        var cursor: JSONValue = nil
        repeat {
            let page = try sandbox.call(
                "user_identities.list",
                ["limit": .number(JSONNumber(limit)), "page_cursor": cursor]
            )
            seen += try rows(page)
            cursor = try #require(page["pagination"]?["next_page_cursor"])
            #expect(page["pagination"]?["has_next_page"] == .bool(!cursor.isNull))
            #expect(page["pagination"]?["next_page_url"]?.isNull == cursor.isNull)
            pages += 1
        } while !cursor.isNull
        #expect(seen == ids)
        #expect(pages == (6 + limit - 1) / limit)
    }

    @Test("rows that come and go while walking, the cursor's own too, neither repeat nor hide others")
    func walkWhileChanging() throws {
        var sandbox = Sandbox()
        let ids = try (0..<200).map { _ in try sandbox.identityID() }
        var page = try sandbox.call("user_identities.list", ["limit": 50])
        var seen = try rows(page)
        for id in ids[20..<150] { try sandbox.call("user_identities.delete", ["user_identity_id": id]) }
        let late = try sandbox.identityID()
        while let cursor = page["pagination"]?["next_page_cursor"], !cursor.isNull {
            page = try sandbox.call("user_identities.list", ["limit": 50, "page_cursor": cursor])
            seen += try rows(page)
        }
        #expect(seen == Array(ids[..<50]) + Array(ids[150...]) + [late])
    }

    @Test("no rows is an empty page, the last")
    func empty() throws {
        var sandbox = Sandbox()
        let page = try sandbox.call("user_identities.list")
        #expect(page["user_identities"] == [])
        let pagination: JSONValue = ["has_next_page": false, "next_page_cursor": nil, "next_page_url": nil]
        #expect(page["pagination"] == pagination)
    }

    @Test("a page has 500 rows when the call does not say")
    func standardLimit() throws {
        var sandbox = Sandbox()
        for _ in 0..<501 { _ = try sandbox.identity() }
        #expect(try rows(sandbox.call("user_identities.list")).count == 500)
    }

    @Test("a cursor is good for its own parameters, operation and workspace only")
    func cursorBinding() throws {
        var sandbox = Sandbox()
        for _ in 0..<3 { _ = try sandbox.identity(["full_name": "Jane"]) }
        let page = try sandbox.call("user_identities.list", ["limit": 1, "search": "jane"])
        let cursor = try #require(page["pagination"]?["next_page_cursor"])
        try sandbox.call("user_identities.list", ["page_cursor": cursor, "search": "jane", "limit": 1])
        for parameters in [["limit": 2, "search": "jane"], ["limit": 1], ["limit": 1, "search": "x"]] as [JSONValue] {
            var all = try #require(parameters.objectValue)
            all["page_cursor"] = cursor
            #expect(try sandbox.refusal(of: "user_identities.list", .object(all)).type == "mismatched_page_parameters")
        }
        var other = Sandbox()
        other.workspace = Seed(seed: 7, now: other.now).world.workspaces[1]
        let same: JSONValue = ["limit": 1, "search": "jane", "page_cursor": cursor]
        #expect(try other.refusal(of: "user_identities.list", same).status == 400)
    }

    @Test(
        "what is no cursor, limit, instant, id or search is refused",
        arguments: [
            ["page_cursor": "garbage"], ["page_cursor": "bm90IGpzb24="], ["page_cursor": ""], ["page_cursor": 1],
            ["limit": 0], ["limit": -1], ["limit": "2"], ["created_before": "yesterday"], ["search": ""],
            ["user_identity_ids": ["x"]],
        ] as [JSONValue]
    )
    func refusals(parameters: JSONValue) throws {
        var sandbox = Sandbox()
        #expect(try sandbox.refusal(of: "user_identities.list", parameters).status == 400)
    }

    @Test("identities are found by ids, instant and parts of name, phone, e-mail address and id")
    func identityFilters() throws {
        var sandbox = Sandbox()
        let jane = try sandbox.identityID(["full_name": "Jane 100%", "user_identity_key": "secret"])
        let joan = try sandbox.identityID(["email_address": "joan_doe@example.com", "phone_number": "+15551234567"])
        let joansTime = try #require(try sandbox.identity(of: joan)["created_at"])
        guard let start = jane.stringValue?.prefix(8) else { return }
        let cases: [(JSONValue, [JSONValue])] = [
            (["search": "jANE"], [jane]), (["search": "0%"], [jane]), (["search": "%"], [jane]),
            (["search": "_DOE@"], [joan]), (["search": "555123"], [joan]), (["search": .string(String(start))], [jane]),
            (["search": "secret"], []), (["user_identity_ids": [joan, unknownID]], [joan]),
            (["user_identity_ids": []], []), (["created_before": joansTime], [jane]),
            (["created_before": joansTime, "search": "joan"], []),
        ]
        for (parameters, expected) in cases {
            #expect(try rows(sandbox.call("user_identities.list", parameters)) == expected, "\(parameters)")
        }
    }

    @Test("users are found by system, identity and the identity's contacts; filters combine")
    func userFilters() throws {
        var sandbox = Sandbox()
        let systems = sandbox.systems.map(JSONValue.string)
        let identity = try sandbox.identityID(["email_address": "i@example.com", "full_name": "Identity"])
        let linked = try sandbox.userID(["email_address": "own@example.com", "user_identity_id": identity])
        let free = try sandbox.userID(["email_address": "i@example.com", "acs_system_id": systems[1]])
        let cases: [(JSONValue, [JSONValue])] = [
            ([:], [linked, free]), (["acs_system_id": systems[1]], [free]), (["acs_system_id": unknownID], []),
            (["user_identity_id": identity], [linked]), (["user_identity_id": unknownID], []),
            (["user_identity_email_address": "i@example.com"], [linked]),
            (["user_identity_email_address": "own@example.com"], []),
            (["user_identity_email_address": nil], []), (["user_identity_phone_number": nil], [linked]),
            (["user_identity_id": identity, "acs_system_id": systems[1]], []),
            (["search": "own@"], [linked]), (["search": "identity"], [linked]),
        ]
        for (parameters, expected) in cases {
            let found = try sandbox.ids("acs.users.list", parameters, "acs_users", "acs_user_id")
            #expect(found == expected, "\(parameters)")
        }
    }

    @Test("entrances are found by system, ids and name")
    func entranceFilters() throws {
        var sandbox = Sandbox()
        let doors = sandbox.entrances(of: sandbox.systems[1]).map(JSONValue.string)
        let cases: [(JSONValue, [JSONValue])] = [
            (["acs_system_id": .string(sandbox.systems[1])], doors), (["acs_entrance_ids": [doors[0]]], [doors[0]]),
            (["acs_system_id": .string(sandbox.systems[1]), "search": "server"], [doors[1]]),
            (["space_id": unknownID], []),
            (["acs_entrance_ids": doors.isEmpty ? [] : .array(doors), "location_id": nil], doors),
        ]
        for (parameters, expected) in cases {
            let found = try sandbox.ids("acs.entrances.list", parameters, "acs_entrances", "acs_entrance_id")
            #expect(found == expected, "\(parameters)")
        }
    }

    /// The ids on a page of identities.
    private func rows(_ page: JSONValue) throws -> [JSONValue] {
        try #require(page["user_identities"]?.arrayValue).compactMap { $0["user_identity_id"] }
    }
}

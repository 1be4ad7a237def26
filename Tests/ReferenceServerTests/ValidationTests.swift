import JSON
import ReferenceServer
import SeamModel
import Testing

@Suite("What the server says of invalid parameters")
struct ValidationTests {
    @Test("one problem is named in the message and stands at its parameter")
    func oneProblem() throws {
        let error = try refusal("/user_identities/create", ["email_address": 5])
        #expect(error["type"] == "invalid_input")
        #expect(error["message"] == "Expected string, received number for \"email_address\"")
        let tree: JSONValue = ["_errors": [], "email_address": ["_errors": ["Expected string, received number"]]]
        #expect(error["validation_errors"] == tree)
    }

    @Test("a missing parameter is required")
    func required() throws {
        let error = try refusal("/user_identities/update", [:])
        #expect(error["message"] == "user_identity_id is required")
        #expect(error["validation_errors"]?["user_identity_id"]?["_errors"] == ["Required"])
    }

    @Test("several problems are counted, and items stand under their index")
    func severalProblems() throws {
        let email = try refusal("/user_identities/create", ["email_address": "x"])
        #expect(email["message"] == "Invalid email for \"email_address\"")
        let id = try refusal("/user_identities/create", ["acs_system_ids": ["y"]])
        #expect(id["message"] == "Invalid uuid for \"acs_system_ids.0\"")
        let body: JSONValue = ["email_address": "x", "full_name": "", "acs_system_ids": ["y"]]
        let error = try refusal("/user_identities/create", body)
        #expect(error["message"]?.stringValue?.hasPrefix("3 Input Errors: ") == true)
        let tree = try #require(error["validation_errors"])
        for path in [["email_address"], ["full_name"], ["acs_system_ids", "0"]] {
            #expect(tree[JSONPointer(tokens: path + ["_errors", "0"])]?.stringValue != nil, "\(path)")
        }
    }

    @Test("what the model refuses stands at its parameter too")
    func model() throws {
        let client = try Client()
        let system = client.server.seed.world.workspaces[0].systems.rows.first { _ in true }
        let body: JSONValue = [
            "full_name": "Jane", "acs_system_id": .string(try #require(system).id.description),
            "access_schedule": ["starts_at": "2030-01-02T00:00:00Z", "ends_at": "2030-01-01T00:00:00Z"],
        ]
        let error = try #require(client.send("POST", "/acs/users/create", body).json?["error"])
        let messages = error["validation_errors"]?["access_schedule"]?["ends_at"]?["_errors"]
        #expect(messages == ["ends_at must be after starts_at"])
    }

    @Test("a clash and an unknown id name no parameters")
    func noTree() throws {
        let client = try Client()
        _ = try client.identityID(["user_identity_key": "k"])
        let clash = client.send("POST", "/user_identities/create", ["user_identity_key": "k"])
        #expect(clash.status == 409)
        #expect(clash.json?["error"]?["validation_errors"] == nil)
    }

    /// The `error` of a refused call.
    private func refusal(_ path: String, _ body: JSONValue) throws -> JSONValue {
        let response = try Client().send("POST", path, body)
        #expect(response.status == 400)
        return try #require(response.json?["error"])
    }
}

import JSON
import ReferenceServer
import Testing

@Suite("What the server looks at first")
struct OrderOfChecksTests {
    @Test(
        "without credentials every request is answered 401",
        arguments: [
            ("POST", "/user_identities/get", "{}"), ("PATCH", "/user_identities/create", ""), ("POST", "/nowhere", ""),
            ("POST", "/user_identities/create", "{"), ("GET", "/user_identities/get?user_identity_id=1", ""),
        ]
    )
    func credentialsFirst(method: String, target: String, body: String) throws {
        let response = try Client().with("authorization", nil).send(method, target, text: body)
        #expect(response.status == 401)
        #expect(response.json?["error"]?["type"] == "unauthorized")
        #expect(response.json?["ok"] == false)
    }

    @Test("only Bearer and a known key open a workspace", arguments: ["Basic x", "Bearer seam_test_x", "seam_test"])
    func schemes(authorization: String) throws {
        #expect(try Client().with("authorization", authorization).send("POST", "/workspaces/get").status == 401)
    }

    @Test("an unknown path is 404, a wrong method 405 with the methods that there are")
    func pathAndMethod() throws {
        let client = try Client()
        #expect(client.send("POST", "/user_identities/fetch", text: "{").status == 404)
        let response = client.send("DELETE", "/user_identities/get", text: "{")
        #expect(response.status == 405)
        #expect(response.json?["error"]?["type"] == "method_not_allowed")
        #expect(response.json?["error"]?["message"] == "only POST,GET accepted")
        #expect(response.headers["allow"] == "POST,GET")
        #expect(client.send("GET", "/acs/users/suspend").status == 405)
    }

    @Test("a body must be JSON, said to be JSON, an object, and not too large")
    func bodies() throws {
        let client = try Client()
        let path = "/user_identities/create"
        let plain = client.with("content-type", "text/plain").send("POST", path, text: "{}")
        #expect(plain.json?["error"]?["type"] == "invalid_content_type")
        for text in ["{", "[1]", "\"x\"", "1", "{\"email_address\":\"\u{1}\"}"] {
            let response = client.send("POST", path, text: text)
            #expect(response.status == 400, "\(text)")
            #expect(response.json?["error"]?["type"] == "invalid_input")
        }
        let large = client.send("POST", path, text: String(repeating: " ", count: ReferenceServer.bodyLimit + 1))
        #expect(large.status == 413)
        #expect(try client.call("/user_identities/list")["user_identities"] == [])
        #expect(client.with("content-type", nil).send("POST", path, text: "").status == 200)
    }

    @Test("invalid parameters come before unknown ids")
    func schemaBeforeModel() throws {
        let body: JSONValue = ["user_identity_id": "0f5a6d0e-98b4-4a5c-9c4f-6c8bd1b5a001", "full_name": 1]
        #expect(try Client().send("POST", "/user_identities/update", body).status == 400)
    }

    @Test("every response has a request id of its own, JSON, and the cross-origin fields")
    func headers() throws {
        let client = try Client().with("origin", "https://app.example.com")
        let responses = [
            client.send("POST", "/workspaces/get"), client.send("POST", "/nowhere"),
            client.with("authorization", nil).send("POST", "/workspaces/get"),
        ]
        #expect(Set(responses.compactMap { $0.headers["seam-request-id"] }).count == 3)
        for response in responses {
            #expect(response.headers["content-type"] == "application/json; charset=utf-8")
            #expect(response.headers["access-control-allow-origin"] == "https://app.example.com")
        }
        let preflight = client.with("authorization", nil).send("OPTIONS", "/user_identities/create")
        #expect(preflight.status == 200)
        #expect(preflight.json == nil)
        #expect(preflight.headers["access-control-allow-methods"]?.contains("PATCH") == true)
    }
}

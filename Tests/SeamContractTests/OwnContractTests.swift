import SeamContract
import Testing

@Suite("The project's own contract document")
struct OwnContractTests {
    /// Every operation that the project covers, with its methods.
    private static let methods: [String: [Contract.Method]] = [
        "/user_identities/create": [.post], "/user_identities/get": [.post, .get],
        "/user_identities/list": [.post, .get], "/user_identities/update": [.post, .patch],
        "/user_identities/delete": [.post, .delete], "/user_identities/merge": [.post],
        "/user_identities/add_acs_user": [.post, .put], "/user_identities/remove_acs_user": [.post, .delete],
        "/user_identities/list_acs_users": [.post, .get], "/user_identities/list_acs_systems": [.post, .get],
        "/user_identities/list_accessible_entrances": [.post, .get],
        "/acs/users/create": [.post], "/acs/users/get": [.post, .get], "/acs/users/list": [.post, .get],
        "/acs/users/update": [.post, .patch], "/acs/users/delete": [.post, .delete], "/acs/users/suspend": [.post],
        "/acs/users/unsuspend": [.post], "/acs/users/add_to_access_group": [.post, .put],
        "/acs/users/remove_from_access_group": [.post, .delete],
        "/acs/users/list_accessible_entrances": [.post, .get], "/acs/users/revoke_access_to_all_entrances": [.post],
        "/acs/systems/get": [.post, .get], "/acs/systems/list": [.post, .get],
        "/acs/access_groups/get": [.post, .get], "/acs/access_groups/list": [.post, .get],
        "/acs/access_groups/list_users": [.post, .get], "/acs/access_groups/add_user": [.post, .put],
        "/acs/access_groups/remove_user": [.post, .delete],
        "/acs/access_groups/list_accessible_entrances": [.post, .get],
        "/acs/entrances/get": [.post, .get], "/acs/entrances/list": [.post, .get],
        "/acs/entrances/grant_access": [.post],
        "/client_sessions/create": [.post, .put], "/client_sessions/get": [.post, .get],
        "/client_sessions/get_or_create": [.post], "/client_sessions/delete": [.post, .delete],
        "/workspaces/get": [.post, .get],
    ]

    @Test("it covers exactly the operations in scope, each with POST and its alias")
    func operations() throws {
        let contract = try ProjectFiles.contract.get()
        let methods = Dictionary(uniqueKeysWithValues: contract.operations.map { ($0.path, $0.methods) })
        #expect(methods == Self.methods)
    }

    @Test("every operation answers 200, 400 and 401 in JSON, with a schema")
    func responses() throws {
        for operation in try ProjectFiles.contract.get().operations {
            #expect(operation.responses.map(\.status) == [.exact(200), .exact(400), .exact(401)])
            #expect(operation.responses.allSatisfy { $0.contentTypes == ["application/json"] && $0.schema != nil })
            #expect(operation.security.contains(["api_key"]))
        }
    }

    @Test("an answer lists its resource under the response key")
    func responseKeys() throws {
        let contract = try ProjectFiles.contract.get()
        #expect(contract["/user_identities/create"]?.responseKey == "user_identity")
        #expect(contract["/user_identities/update"]?.responseKey == nil)
        #expect(
            contract.operations.filter(\.isPaginated).map(\.name) == [
                "acs.entrances.list", "acs.users.list", "user_identities.list",
            ]
        )
    }

    @Test("a query tells numbers and arrays from text")
    func parameterTypes() throws {
        let list = try #require(try ProjectFiles.contract.get()["/user_identities/list"])
        #expect(list.parameterType("limit")?.kind == .integer)
        #expect(list.parameterType("user_identity_ids")?.items == .string)
        #expect(list.parameterType("page_cursor") == .init(kind: .string, isNullable: true))
    }
}

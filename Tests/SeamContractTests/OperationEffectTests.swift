import SeamContract
import Testing

@Suite("Operation effects")
struct OperationEffectTests {
    @Test(
        "the verb says what an operation does, and an unknown one counts as a change",
        arguments: [
            ("/a/get", OperationEffect.reads), ("/a/list", .reads), ("/a/list_users", .reads), ("/a/create", .creates),
            ("/a/get_or_create", .creates), ("/a/delete", .deletes), ("/a/delete_all", .deletes),
            ("/a/lists", .changes),
            ("/a/update", .changes), ("/a/DELETE/", .deletes), ("", .changes),
        ]
    )
    func verbs(path: String, effect: OperationEffect) {
        #expect(OperationEffect(path: path) == effect)
    }

    @Test("the namespace of a path is all before its verb")
    func namespaces() {
        #expect(OperationEffect.namespace(of: "/acs/users/create") == "/acs/users")
        #expect(OperationEffect.namespace(of: "/health") == "")
        #expect(OperationEffect.verb(of: "/acs/users/create/") == "create")
    }
}

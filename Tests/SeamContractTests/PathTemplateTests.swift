import SeamContract
import Testing

@Suite("Paths with parameters")
struct PathTemplateTests {
    private static let contract = """
        openapi: 3.0.3
        paths:
          /a/{id}: &item { get: { responses: { "200": {} } } }
          /a/mine: *item
          /{kind}/{id}: *item
          /a/{id}.json: *item
          /a/{x}-{y}/b: *item
        """

    @Test(
        "a path leads to the operation that says most of it",
        arguments: [
            ("/a/mine", "/a/mine"), ("/a/5", "/a/{id}"), ("/b/5", "/{kind}/{id}"), ("/a/%6Dine", "/a/mine"),
            ("/a/5%2F6", "/a/{id}"), ("/a/1-2/b", "/a/{x}-{y}/b"), ("/a/-2/b", nil), ("/a/1-/b", nil), ("/a", nil),
            ("/a/", nil), ("/a/5/", nil), ("/a/5/c", nil), ("", nil), ("/a/%zz", "/a/{id}"),
        ] as [(String, String?)]
    )
    func paths(path: String, operation: String?) throws {
        #expect(try Contract(text: Self.contract, file: "c.yaml").operation(at: path)?.path == operation)
    }
}

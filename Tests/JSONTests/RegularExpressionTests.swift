import Testing

@testable import JSON  // how many steps a search takes is not public

@Suite("The work of regular expressions")
struct RegularExpressionTests {
    @Test(
        "a search looks at each step of the pattern at most once before each scalar",
        arguments: ["(a+)+$", "(a|a)*b$", "(a*)*(a*)*c", "^(a|aa)+$", "(.*a){12}b"]
    )
    func steps(pattern: String) throws {
        let program = try RegularExpression(pattern).program
        let text = String(repeating: "a", count: 10_000) + "!"
        let search = program.search(text)
        #expect(!search.isFound)
        #expect(search.steps <= (text.count + 1) * program.instructions.count)
    }
}

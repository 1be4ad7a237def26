import JSON
import Testing

@Suite("JSONPath compliance suite", .enabled(if: !OfficialSuite.jsonPath.isEmpty, "\(OfficialSuite.absence)"))
struct JSONPathSuiteTests {
    @Test("every query is refused, or selects the nodes and places that it has to")
    func officialCases() throws {
        var right = 0
        for test in OfficialSuite.jsonPath {
            let isRight = try passes(test)
            #expect(isRight, "\(test["name"]?.stringValue ?? "") \(test["selector"]?.stringValue ?? "")")
            right += isRight ? 1 : 0
        }
        #expect(right == 703)
        print("JSONPath compliance suite: \(right) of \(OfficialSuite.jsonPath.count)")
    }

    private func passes(_ test: JSONValue) throws -> Bool {
        let selector = try #require(test["selector"]?.stringValue)
        guard let path = try? JSONPath(selector) else { return test["invalid_selector"]?.boolValue ?? false }
        guard let document = test["document"] else { return false }
        let nodes = try path.nodes(in: document)
        let values = JSONValue.array(nodes.map(\.value))
        let paths = JSONValue.array(nodes.map { .string($0.normalizedPath) })
        let isAtPointer = nodes.allSatisfy { document[$0.pointer] == $0.value }
        let allowedValues = test["results"]?.arrayValue ?? [test["result"] ?? nil]
        let allowedPaths = test["results_paths"]?.arrayValue ?? [test["result_paths"] ?? nil]
        return isAtPointer && zip(allowedValues, allowedPaths).contains { $0 == values && $1 == paths }
    }
}

import JSON
import JSONSchema
import SeamContract
import YAMLSource

extension FuzzTarget {
    /// A text is refused at a place in it, or is a value whose parts stand in the text.
    static func checkYAML(_ text: String) throws(FuzzFinding) {
        let lines = text.unicodeScalars.count { "\n\r\u{85}\u{2028}\u{2029}".unicodeScalars.contains($0) } + 2
        do {
            try checkPlaces(of: try LocatedValue(yaml: text, file: "fuzz.yaml"), lines: lines)
        } catch let finding as FuzzFinding {
            throw finding
        } catch let error as YAMLSourceError {
            try require((1...lines).contains(error.place.line), "the error is not in the text: \(error)")
        } catch {
            throw FuzzFinding("an unknown error: \(error)")
        }
    }

    /// Every part stands in the text.
    private static func checkPlaces(of value: LocatedValue, lines: Int) throws(FuzzFinding) {
        try require((1...lines).contains(value.place.line), "a value at \(value.place) of \(lines) lines")
        switch value.content {
        case .scalar: return
        case .array(let items):
            for item in items { try checkPlaces(of: item, lines: lines) }
        case .object(let members):
            for member in members { try checkPlaces(of: member.value, lines: lines) }
        }
    }

    /// A document is refused, or its schemas judge a value.
    static func checkContract(_ text: String) throws(FuzzFinding) {
        guard let contract = try? Contract(text: text, file: "fuzz.yaml") else { return }
        for operation in contract.operations {
            try require(contract[operation.path]?.path == operation.path, "no operation at \(operation.path)")
            let schemas = [operation.request].compactMap(\.self) + operation.responses.compactMap(\.schema)
            for schema in schemas { _ = schema.validate(["a": [1, "b", nil]]) }
        }
    }
}

import JSON
import JSONSchema
import Redaction
import YAMLSource

/// A JSON text that was held against a schema, and what came of it, with places in the text.
struct JudgedText {
    /// How messages name the text.
    let name: String
    /// The text.
    let bytes: [UInt8]
    /// What came of it.
    let validation: Validation
    /// What takes out secrets.
    let redactor: Redactor
    /// The members that it names again, of which the last is judged.
    var duplicates: [JSONText.DuplicateMember] = []
    /// The line of the file on which the text begins, counted from 1.
    var firstLine = 1

    /// `file:line:column: sentence` for each repeated member, then for each violation, those together that are the same but
    /// for the items of lists.
    var lines: [String] {
        let groups = validation.groups
        let places = JSONPlaces(of: groups.flatMap(\.first.places), in: bytes)
        return duplicateLines + groups.map { line(redactor.message(of: $0), at: $0.first, places) }
    }

    /// `file:line:column: sentence` for each repeated member.
    var duplicateLines: [String] {
        duplicates.map { duplicate in
            let (member, position) = (duplicate.pointer.tokens.last ?? "", duplicate.position)
            let place = SourcePlace(file: name, line: firstLine + position.line - 1, column: position.column)
            let message = "member '\(member)' is written again; only the last is judged"
            return Diagnostic(place: place, message: message).description
        }
    }

    /// Every repeated member as JSON; nil when there is none.
    var duplicateList: JSONValue? {
        guard !duplicates.isEmpty else { return nil }
        let list = duplicates.map { duplicate -> JSONValue in
            [
                "instance": .string(duplicate.pointer.description),
                "line": .number(JSONNumber(firstLine + duplicate.position.line - 1)),
                "column": .number(JSONNumber(duplicate.position.column)),
            ]
        }
        return .array(list)
    }

    /// Every violation as JSON.
    var violations: [JSONValue] {
        let places = JSONPlaces(of: validation.violations.flatMap(\.places), in: bytes)
        return validation.violations.map { violation in
            let json = redactor.json(of: violation)
            guard case .object(var object) = json else { return json }
            if let position = violation.places.lazy.compactMap({ places[$0] }).first {
                object["line"] = .number(JSONNumber(firstLine + position.line - 1))
                object["column"] = .number(JSONNumber(position.column))
            }
            return .object(object)
        }
    }

    /// A sentence with the place of a violation, as far as it is known.
    private func line(_ message: String, at violation: Violation, _ places: JSONPlaces) -> String {
        let position = violation.places.lazy.compactMap { places[$0] }.first
        let place = position.map { SourcePlace(file: name, line: firstLine + $0.line - 1, column: $0.column) }
        return Diagnostic(place: place ?? SourcePlace(file: name, line: firstLine), message: message).description
    }
}

extension Violation {
    /// Where to look: at the member that must not be there, else at the value.
    fileprivate var places: [JSONPointer] {
        subject == instance ? [instance] : [subject, instance]
    }
}

extension JSONSyntaxError {
    /// The error as JSON.
    ///
    /// - Parameters:
    ///   - file: how messages name the text.
    ///   - line: the line on which the text begins, counted from 1.
    /// - Returns: its message and place.
    func json(in file: String, line: Int = 1) -> JSONValue {
        [
            "message": .string(message), "file": .string(file),
            "line": .number(JSONNumber(line + position.line - 1)), "column": .number(JSONNumber(position.column)),
        ]
    }
}

import Files
import JSON
import JSONSchema
import YAMLSource

/// Holds whole files against a schema, one instance a file.
struct FileValidation {
    /// The schema.
    let schema: Schema
    /// How verdicts are printed.
    let format: ListFormat
    /// Where they are printed.
    let output: VerdictOutput

    /// Judges files, and prints the verdicts.
    ///
    /// - Parameter inputs: the files.
    /// - Returns: whether all are valid.
    /// - Throws: `UnreadableFile` when one can't be read; text verdicts on those before it are printed.
    func run(_ inputs: [Input]) throws -> Bool {
        var validCount = 0
        var verdicts: [JSONValue] = []
        for input in inputs {
            let (isValid, verdict) = try judge(input)
            validCount += isValid ? 1 : 0
            if format == .json { verdicts.append(verdict) }
        }
        let isValid = validCount == inputs.count
        switch format {
        case .json: output.write(["valid": .bool(isValid), "files": .array(verdicts)])
        case .text where inputs.count > 1: output.write(lines: ["\(validCount) of \(inputs.count) files are valid"])
        case .text: break
        }
        return isValid
    }

    /// Judges a file; its verdict is printed as text, or returned as JSON.
    private func judge(_ input: Input) throws -> (isValid: Bool, verdict: JSONValue) {
        let bytes = try input.bytes()
        do throws(JSONSyntaxError) {
            let text = try JSONText(parsing: bytes)
            let validation = schema.validate(text.value)
            let judged = JudgedText(
                name: input.name,
                bytes: bytes,
                validation: validation,
                duplicates: text.duplicateMembers
            )
            return (validation.isValid, tell(judged))
        } catch {
            return (false, tell(error, in: input.name))
        }
    }

    /// Tells what came of a file.
    private func tell(_ judged: JudgedText) -> JSONValue {
        guard format == .text else {
            var verdict: JSONObject = ["file": .string(judged.name), "valid": .bool(judged.validation.isValid)]
            if !judged.validation.isValid { verdict["violations"] = .array(judged.violations) }
            verdict["duplicates"] = judged.duplicateList
            return .object(verdict)
        }
        output.write(lines: judged.lines + ["\(judged.name): \(judged.conclusion)"])
        return .null
    }

    /// Tells that a file is no JSON.
    private func tell(_ error: JSONSyntaxError, in file: String) -> JSONValue {
        guard format == .text else {
            return ["file": .string(file), "valid": false, "error": error.json(in: file)]
        }
        output.write(lines: [error.line(in: file), "\(file): invalid"])
        return .null
    }
}

extension JudgedText {
    /// `valid`, or `invalid` with how often the schema is broken.
    var conclusion: String {
        let count = validation.violations.count
        if count == 0 { return "valid" }
        let atLeast = count == Validation.limit ? "at least " : ""
        return "invalid (\(atLeast)\(count) \(count == 1 ? "violation" : "violations"))"
    }
}

extension JSONSyntaxError {
    /// `file:line:column: no JSON: message`.
    ///
    /// - Parameters:
    ///   - file: how messages name the text.
    ///   - line: the line on which the text begins, counted from 1.
    /// - Returns: the line.
    func line(in file: String, from line: Int = 1) -> String {
        let place = SourcePlace(file: file, line: line + position.line - 1, column: position.column)
        return Diagnostic(place: place, message: "no JSON: \(message)").description
    }
}

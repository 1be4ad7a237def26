import Files
import JSON
import JSONSchema
import YAMLSource

/// Holds the lines of streams against a schema: one instance a line, one verdict a line, in the same order and at once.
struct StreamValidation {
    /// The schema.
    let schema: Schema
    /// How verdicts are printed.
    let format: ListFormat
    /// Where they are printed.
    let output: VerdictOutput

    /// Judges streams one after the other, and prints each verdict before the next line is read.
    ///
    /// - Parameter inputs: the streams.
    /// - Returns: whether all lines are valid; nil when there was none.
    /// - Throws: `UnreadableFile` when a stream can't be read to its end.
    func run(_ inputs: [Input]) throws -> Bool? {
        var isValid: Bool?
        for input in inputs {
            var number = 0
            try input.forEachLine { line in
                number += 1
                isValid = judge(line, number, of: input.name) && isValid ?? true
            }
        }
        return isValid
    }

    /// Judges one line.
    ///
    /// - Returns: whether it is valid.
    private func judge(_ line: LineReader.Line, _ number: Int, of file: String) -> Bool {
        do throws(JSONSyntaxError) {
            let bytes = try line.bytes
            let text = try JSONText(parsing: bytes)
            let judged = JudgedText(
                name: file,
                bytes: bytes,
                validation: schema.validate(text.value),
                duplicates: text.duplicateMembers,
                firstLine: number
            )
            tell(judged)
            return judged.validation.isValid
        } catch {
            switch format {
            case .json: output.write(["valid": false, "error": error.json(in: file, line: number)], .compact)
            case .text: output.write(lines: [error.line(in: file, from: number)])
            }
            return false
        }
    }

    /// Tells what came of a line that is JSON.
    private func tell(_ judged: JudgedText) {
        let validation = judged.validation
        switch format {
        case .json:
            var verdict: JSONObject = ["valid": .bool(validation.isValid)]
            if !validation.isValid { verdict["violations"] = .array(validation.violations.map(\.json)) }
            verdict["duplicates"] = judged.duplicateList
            output.write(.object(verdict), .compact)
        case .text:
            let conclusion = validation.isValid ? ["\(judged.name):\(judged.firstLine): valid"] : []
            output.write(lines: judged.lines + conclusion)
        }
    }
}

extension LineReader.Line {
    /// The bytes of the line.
    ///
    /// - Throws: `JSONSyntaxError` when it is too long to be read.
    fileprivate var bytes: [UInt8] {
        get throws(JSONSyntaxError) {
            switch self {
            case .text(let bytes): return bytes
            case .tooLong:
                throw JSONSyntaxError(
                    message: "the line is longer than \(InputBounds.lineBytes >> 20) MiB",
                    position: JSONPosition(offset: 0, line: 1, column: 1)
                )
            }
        }
    }
}

import JSON
import SeamContract

/// Rule: an error shows nothing of the inside: no stack, no paths of source files (`TR-ERR-NOSTACK`).
///
/// · passes when: a 4xx or 5xx has no `error.stack`, and no text in it looks like a stack trace
/// · fails when: it has
/// · source: Seam's framework leaves the stack out in production.
enum StackTraceCheck {
    /// The requirement that it weighs.
    static let requirementID = "TR-ERR-NOSTACK"

    /// What stack traces of widespread languages have in them.
    private static let marks = [
        "\n    at ", "\\n    at ", "node_modules/", "Traceback (most recent call last)", "\tat java.", "goroutine 1 [",
        ".rb:in `", "stack backtrace:", "Fatal error: ",
    ]

    /// What the check says of a response; nothing when it is no error.
    static func weighings(_ observation: Observation, _: Catalogue) -> [Weighing] {
        guard observation.response.status >= 400 else { return [] }
        if let stack = observation.json?["error"]?["stack"] {
            return [Weighing(requirementID, breach(place: "/error/stack", actual: stack.serialized()))]
        }
        let mark = marks.first { contains($0, in: observation.response.body) }
        return [
            Weighing(requirementID, mark.map { breach(place: "body", actual: "text with \($0.debugDescription)") })
        ]
    }

    /// Whether a mark stands in the first 64 KiB of a body.
    private static func contains(_ mark: String, in body: [UInt8]) -> Bool {
        let mark = Array(mark.utf8)
        return body.prefix(64 << 10).withUnsafeBufferPointer { body in
            var rest = body[...]
            while let start = rest.firstIndex(of: mark[0]) {
                rest = rest[start...]
                if rest.starts(with: mark) { return true }
                rest = rest.dropFirst()
            }
            return false
        }
    }

    private static func breach(place: String, actual: String) -> Breach {
        Breach(
            code: "error.stack",
            place: place,
            message: "an error shows a stack trace",
            expected: "no stack trace",
            actual: String(actual.prefix(200))
        )
    }
}

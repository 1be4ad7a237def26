import JSON
import Results

/// What an answer says of whether the endpoint offers the operation that was called.
///
/// Rule: 404 without an error envelope, 405, 501, and a 500 that says "not implemented" show that it does not. A 404 with an
/// envelope may be about the thing that was asked for, and shows nothing by itself.
enum Absence {
    /// What shows that the operation is not offered.
    ///
    /// - Parameter response: the answer to a call of it.
    /// - Returns: such as `404 without an error envelope`; nil when the answer does not show it.
    static func evidence(in response: IncomingResponse) -> String? {
        switch response.status {
        case 404 where error(in: response) == nil: "404 without an error envelope"
        case 405, 501: "\(response.status)"
        case 500 where saysNotImplemented(response): "500 that says 'not implemented'"
        default: nil
        }
    }

    /// What a 404 with an error envelope says, so that it can be compared with that for another path.
    ///
    /// - Parameters:
    ///   - response: the answer.
    ///   - path: the path that was called, which the text may repeat.
    /// - Returns: the type and message with the path left out; nil when the answer is no such 404.
    static func refusal(in response: IncomingResponse, of path: String) -> Refusal? {
        guard response.status == 404, let error = error(in: response) else { return nil }
        let message = error["message"]?.stringValue ?? ""
        let rest = message.replacing(path, with: "")
        return Refusal(type: error["type"]?.stringValue ?? "", message: rest, namesPath: rest != message)
    }

    /// What a 404 with an error envelope says.
    struct Refusal: Sendable, Hashable {
        /// The error's type.
        let type: String
        /// Its message, with the path left out.
        let message: String
        /// Whether the message names the path.
        let namesPath: Bool

        /// Whether the message speaks of paths or operations, rather than of a thing that was asked for.
        var speaksOfPath: Bool {
            let words = Set(message.lowercased().split { !$0.isLetter }.map(String.init))
            return !words.isDisjoint(with: ["path", "route", "endpoint", "operation", "url", "method"])
        }
    }

    /// The error object of an answer, however little is in it.
    private static func error(in response: IncomingResponse) -> JSONValue? {
        guard let error = (try? JSONText(parsing: response.body))?.value["error"], error.kind == .object else {
            return nil
        }
        return error
    }

    /// Whether the beginning of the body has these words, in whatever writing.
    private static func saysNotImplemented(_ response: IncomingResponse) -> Bool {
        let text = String(decoding: response.body.prefix(4 << 10), as: UTF8.self).lowercased()
        return text.filter(\.isLetter).contains("notimplemented")
    }
}

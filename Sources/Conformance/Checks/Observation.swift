import JSON
import JSONSchema
import Redaction
import Results
import SeamContract

/// One response and what was asked, as the automatic checks see them; never leaves this target, since it is not redacted.
struct Observation: Sendable {
    /// The body of a response as far as it can be read.
    enum Body: Sendable {
        /// There is none.
        case empty
        /// It is a JSON text.
        case json(JSONText)
        /// It is not: what is wrong with it.
        case other(JSONSyntaxError)
    }

    /// What was asked.
    let question: Question
    /// The response.
    let response: IncomingResponse
    /// Its body.
    let body: Body
    /// The response held against the schema documented for its status; nil when there is none, or no JSON.
    let validation: Validation?
    /// The names of the user's secrets that stand in the headers or the first 64 KiB of the body.
    let leakedSecrets: [String]

    /// What was asked, as far as checks want to know.
    struct Question: Sendable {
        /// The operation; nil when its path is not in the contract.
        let operation: Contract.Operation?
        /// Whether the contract has the method for that operation.
        let isMethodKnown: Bool
        /// Whether the body is well-formed JSON under that content type, or there is none.
        let isReadable: Bool
        /// Whether it asks for something that may be gone already, as the ledger does.
        var mayBeGone = false

        /// Whether the request gets as far as the operation itself, which then owes an answer in the API's own form.
        ///
        /// What is refused before (unknown path or method, unreadable body) is answered by the web server as it likes.
        var isHandled: Bool { operation != nil && isMethodKnown && isReadable }
    }

    /// An observation.
    ///
    /// - Parameters:
    ///   - question: what was asked.
    ///   - response: the response.
    ///   - secrets: the user's secrets.
    ///   - redactor: what finds them.
    init(question: Question, response: IncomingResponse, secrets: [Secret], redactor: Redactor) {
        self.question = question
        self.response = response
        body = Body(response.body)
        validation = Self.validation(of: body, as: question.operation?.response(for: response.status))
        let texts =
            response.headers.flatMap { [Array($0.name.utf8), Array($0.value.utf8)] } + [
                Array(response.body.prefix(64 << 10))
            ]
        let names = texts.reduce(into: Set<String>()) { $0.formUnion(redactor.names(in: $1)) }
        leakedSecrets = secrets.map(\.name).filter(names.contains)
    }

    /// The JSON value of the body; nil when it is not JSON.
    var json: JSONValue? {
        if case .json(let text) = body { text.value } else { nil }
    }

    /// Whether the operation accepted the request.
    var isSuccess: Bool { (200...299).contains(response.status) }

    /// Whether the operation itself, and nothing before it, answered; 413 comes from in front of it.
    var isHandled: Bool { question.isHandled && response.status != 413 }

    /// Whether the operation itself, and nothing before it, refused the request.
    var isHandledRefusal: Bool { isHandled && (400...499).contains(response.status) }

    /// Why the body is no JSON; nil when it is.
    var syntaxFlaw: String? {
        let flaw: String
        switch body {
        case .json: return nil
        case .empty: flaw = "no body"
        case .other(let error): flaw = "no JSON: \(error)"
        }
        let encoding = response.header("content-encoding").map { String($0.prefix(40)) }
        return encoding.map { "\(flaw), with content-encoding \($0), which was not asked for" } ?? flaw
    }

    /// The media type in lower case, without parameters (RFC 9110 §8.3.1); empty when there is none.
    var mediaType: String {
        let type = response.header("content-type")?.prefix { $0 != ";" } ?? ""
        return type.filter { $0 != " " && $0 != "\t" }.lowercased()
    }

    private static func validation(of body: Body, as documented: Contract.Response?) -> Validation? {
        guard case .json(let text) = body else { return nil }
        return documented?.schema?.validate(text.value)
    }
}

extension Observation.Body {
    /// The body that these bytes are.
    init(_ bytes: [UInt8]) {
        guard !bytes.isEmpty else {
            self = .empty
            return
        }
        do throws(JSONSyntaxError) {
            self = .json(try JSONText(parsing: bytes))
        } catch {
            self = .other(error)
        }
    }
}

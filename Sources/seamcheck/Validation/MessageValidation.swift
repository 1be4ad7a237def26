import Conformance
import Files
import JSON
import JSONSchema
import SeamContract

/// Holds one message of an operation against the contract.
struct MessageValidation {
    /// Which message of the operation it is.
    enum Side {
        /// A response; a nil status means that of a success.
        case response(status: Int?)
        /// The parameters of a request.
        case request
    }

    /// The operation.
    let operation: Contract.Operation
    /// Which message it is.
    let side: Side
    /// How the verdict is printed.
    let format: ListFormat
    /// Where it is printed.
    let output: VerdictOutput

    /// Judges the message, and prints the verdict.
    ///
    /// - Parameter input: its body.
    /// - Returns: what to end with.
    /// - Throws: `UnreadableFile` when it can't be read.
    func run(_ input: Input) throws -> ExitStatus {
        let bytes = try input.bytes()
        let judgement = judgement(of: RecordedBody(bytes))
        let report = JudgementReport(judgement: judgement, name: input.name, bytes: bytes)
        switch format {
        case .text: output.write(lines: report.lines + ["\(input.name): \(conclusion(judgement))"])
        case .json: output.write(.object(heading.merging(report.json)))
        }
        guard judgement.isKept else { return .doesNotConform }
        return judgement.isJudged ? .conforms : .nothingTested
    }

    /// The status that the response is judged by.
    private var status: Int? {
        guard case .response(let status) = side else { return nil }
        return status ?? operation.successStatus
    }

    private func judgement(of body: RecordedBody) -> ContractJudgement {
        status.map { operation.judgement(ofResponse: body, status: $0) } ?? operation.judgement(ofRequest: body)
    }

    /// What was judged, as JSON.
    private var heading: JSONObject {
        var heading: JSONObject = [
            "operation": .string(operation.path), "part": .string(status == nil ? "request" : "response"),
        ]
        if let status { heading["status"] = .number(JSONNumber(status)) }
        return heading
    }

    /// The verdict in words.
    private func conclusion(_ judgement: ContractJudgement) -> String {
        let message = status.map { "a response \($0)" } ?? "a request"
        let verdict =
            switch (judgement.isKept, judgement.isJudged) {
            case (false, _): "breaks"
            case (true, true): "keeps"
            case (true, false): "was not judged by"
            }
        return "\(verdict) the contract of \(operation.path) as \(message)"
    }
}

extension Contract.Operation {
    /// The status that a success has: the first one that is documented, or else 200.
    fileprivate var successStatus: Int {
        let exact = responses.compactMap { response -> Int? in
            if case .exact(let status) = response.status { status } else { nil }
        }
        return exact.first { (200...299).contains($0) } ?? 200
    }
}

extension JSONObject {
    /// The object with further members behind its own.
    func merging(_ other: JSONObject) -> JSONObject {
        var merged = self
        for member in other { merged[member.key] = member.value }
        return merged
    }
}

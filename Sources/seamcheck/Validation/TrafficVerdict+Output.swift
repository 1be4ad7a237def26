import Conformance
import JSON
import JSONSchema
import Redaction
import Reports
import YAMLSource

extension TrafficVerdict {
    /// A line with the verdict, and one for each thing to tell of the request and the response.
    ///
    /// - Parameters:
    ///   - place: where the entry stands.
    ///   - redactor: what takes out secrets.
    /// - Returns: the lines.
    func lines(at place: SourcePlace, _ redactor: Redactor) -> [String] {
        let status = exchange.status.map(String.init) ?? "no response"
        let heading = "\(outcome.rawValue.padding(to: 10)) \(place): \(exchange.method) \(shownURL) → \(status)"
        guard outcome != .unmatched else { return [heading] }
        return [heading] + lines(of: request, "request", redactor) + lines(of: response, "response", redactor)
    }

    /// What is told of one side.
    private func lines(of judgement: ContractJudgement?, _ side: String, _ redactor: Redactor) -> [String] {
        guard let judgement else { return [] }
        var lines = judgement.faults.map { fault in
            fault.message + (fault.position.map { " (at \($0) of the body)" } ?? "")
        }
        lines += judgement.validation?.groups.map(redactor.message) ?? []
        if side == "request", isRefused { lines.append("it was refused, as it should be") }
        return lines.map { "  \(side): \($0)" } + judgement.notes.map { "  note on the \(side): \($0)" }
    }

    /// The verdict as JSON.
    ///
    /// - Parameters:
    ///   - pointer: where the entry stands.
    ///   - redactor: what takes out secrets.
    /// - Returns: the members `entry`, `method`, `url`, `operation`, `status`, `verdict`, `request`, `response`.
    func json(at pointer: JSONPointer, _ redactor: Redactor) -> JSONValue {
        var object: JSONObject = [
            "entry": .string(pointer.description), "method": .string(exchange.method),
            "url": .string(exchange.shownURL),
        ]
        if let operation { object["operation"] = .string(operation) }
        if let status = exchange.status { object["status"] = .number(JSONNumber(status)) }
        object["verdict"] = .string(outcome.rawValue)
        if isRefused { object["refused"] = true }
        for (side, judgement) in [("request", request), ("response", response)] {
            guard let judgement else { continue }
            let violations = judgement.validation?.violations.map(redactor.json) ?? []
            object[side] = .object(judgement.json(violations: violations))
        }
        return .object(object)
    }

    /// The URL as far as it fits.
    private var shownURL: String {
        let url = exchange.shownURL
        return url.count <= 200 ? url : url.prefix(199) + "…"
    }
}

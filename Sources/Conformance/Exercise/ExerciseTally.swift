import JSON
import Results
import SeamContract
import Synchronization

/// Counts what a run asks of each operation, and notes what it has seen of it.
final class ExerciseTally: Sendable {
    private let tallies = Mutex<[String: Tally]>([:])

    /// What was seen of one operation.
    private struct Tally: Sendable {
        var callCount = 0
        var methods: Set<String> = []
        var parameters = MemberTree()
        var answers: [Int: MemberTree] = [:]
    }

    /// Notes an exchange with an operation.
    ///
    /// - Parameters:
    ///   - request: what was sent.
    ///   - operation: the operation.
    ///   - response: what came back; nil when nothing did.
    ///   - json: its body; nil when it is no JSON.
    func note(
        _ request: OutgoingRequest,
        to operation: Contract.Operation,
        response: IncomingResponse?,
        json: JSONValue?
    ) {
        let parameters = Self.parameters(of: request, operation)
        tallies.withLock { tallies in
            var tally = tallies.removeValue(forKey: operation.path) ?? Tally()
            tally.callCount += 1
            tally.methods.insert(request.method)
            for parameters in parameters { tally.parameters.add(parameters) }
            if let response { tally.answers[response.status, default: MemberTree()].add(json ?? .null) }
            tallies[operation.path] = tally
        }
    }

    /// What was seen so far, by operation.
    ///
    /// - Parameter contract: says which fields are enumerations.
    /// - Returns: the exercises.
    func exercises(under contract: Contract) -> [OperationExercise] {
        tallies.withLock { tallies in
            tallies.sorted { $0.key < $1.key }.map { path, tally in
                let enumerations = Enumerations(of: path, in: contract)
                return OperationExercise(
                    operation: path,
                    callCount: tally.callCount,
                    methods: tally.methods.sorted(),
                    parameters: tally.parameters.places,
                    answers: tally.answers.sorted { $0.key < $1.key }.map { status, tree in
                        OperationExercise.Answer(
                            status: status,
                            fields: tree.places,
                            values: tree.values(ofEnumerations: enumerations.places(for: status))
                        )
                    }
                )
            }
        }
    }

    /// The parameters in the body and in the query of a request.
    private static func parameters(of request: OutgoingRequest, _ operation: Contract.Operation) -> [JSONValue] {
        let body = request.body.flatMap { try? JSONValue(parsing: $0) }
        let query = request.url.utf8.firstIndex(of: UInt8(ascii: "?")).map { mark in
            String(request.url[request.url.utf8.index(after: mark)...])
        }
        return [body, query.map { .object(QueryParameters($0, of: operation).object) }].compactMap(\.self)
    }
}

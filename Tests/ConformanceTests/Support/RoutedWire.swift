import JSON
import Results
import Synchronization

@testable import Conformance  // the wire is not public

/// A wire that answers each operation as a test says, and takes no time.
final class RoutedWire: Wire {
    /// What a request is answered with.
    struct Answer: Sendable {
        /// The status code.
        var status = 200
        /// The body.
        var json: JSONValue = ["ok": true]
        /// The header fields.
        var headers: [HeaderField] = []

        /// That nothing is there.
        static let gone = Answer(status: 404, json: ["ok": false])
        /// That it is too soon.
        static let putOff = Answer(status: 429, json: ["ok": false], headers: [.init(name: "retry-after", value: "1")])
    }

    private let route: @Sendable (String, JSONValue) -> Answer
    private let asked = Mutex<[String]>([])

    /// A wire.
    ///
    /// - Parameter route: the answer to a path with its parameters.
    init(_ route: @escaping @Sendable (String, JSONValue) -> Answer) {
        self.route = route
    }

    /// What was asked, in order, such as `/acs/users/get u1`.
    var questions: [String] { asked.withLock(\.self) }

    func attempt(_ request: OutgoingRequest, within _: Duration, isShielded _: Bool) async throws -> Conformance.Attempt
    {
        let path = String(request.url.dropFirst(request.origin.utf8.count))
        let parameters = (try? JSONText(parsing: request.body ?? []).value) ?? [:]
        let texts = (parameters.objectValue?.members ?? []).compactMap(\.value.stringValue)
        asked.withLock { $0.append(([path] + texts).joined(separator: " ")) }
        let answer = route(path, parameters)
        let response = IncomingResponse(
            status: answer.status,
            headers: answer.headers,
            body: answer.json.serializedBytes()
        )
        return Conformance.Attempt(result: .success(response), end: .zero)
    }

    func close() async {}
}

import JSON
public import SeamContract
public import SeamModel
import Synchronization
public import Timestamps

/// A Seam API that keeps its contract: an HTTP face over ``SeamModel/World``, for developing and for proving the suite.
///
/// It is a server without a socket as it stands, which tests call; ``run(host:port:onReady:)`` puts it on the network.
public final class ReferenceServer: Sendable {
    /// The largest body that a request may have, in bytes.
    public static let bodyLimit = 1_048_576

    /// The operations that it answers.
    let contract: Contract
    /// The deliberate breaches in force; empty in a correct server.
    public let faults: [Fault]
    /// What the faults do.
    let breaches: FaultsInForce
    /// What it started with.
    public let seed: Seed
    /// What a call that runs a race waits for between looking and storing.
    private let raceWindow: RaceWindow
    /// The time of day.
    private let now: @Sendable () -> Timestamp
    /// The world as it stands, with the source of request ids.
    private let state: Mutex<State>

    /// All that changes.
    private struct State {
        var world: World
        var requestIDs: SeededGenerator
    }

    /// A server with a fresh world.
    ///
    /// - Parameters:
    ///   - contract: the operations to answer; those that the model does not know are answered 501.
    ///   - faults: the deliberate breaches to put in force.
    ///   - seed: what all ids, keys and tokens follow from.
    ///   - raceWindow: what a call that runs a race waits for between looking and storing.
    ///   - now: the time of day.
    public init(
        contract: Contract,
        faults: [Fault] = [],
        seed: UInt64 = 1,
        raceWindow: RaceWindow = .pause(.milliseconds(20)),
        now: @escaping @Sendable () -> Timestamp
    ) {
        self.contract = contract
        self.faults = faults
        breaches = FaultsInForce(faults)
        self.seed = Seed(seed: seed, now: now())
        self.raceWindow = raceWindow
        self.now = now
        var world = self.seed.world
        world.changePolicies { policy in
            for fault in faults { fault.apply(to: &policy) }
        }
        let requestIDs = SeededGenerator(seed: seed, name: "request ids")
        state = Mutex(State(world: world, requestIDs: requestIDs))
    }

    /// The names of the operations that it answers, sorted, such as `user_identities.create`.
    public var operationNames: [String] {
        contract.operations.map(\.name).sorted()
    }

    /// Answers a request.
    ///
    /// Looked at in this order: request id, body size, credentials (401), path (404), method (405), content type, JSON and
    /// schema (400), and then the model.
    /// - Parameter request: the request.
    /// - Returns: the response; every one is JSON but that to OPTIONS.
    public func respond(to request: ServerRequest) -> ServerResponse {
        respond(to: request, in: .whole)
    }

    /// Answers a request that comes side by side with others.
    ///
    /// A correct server answers it at once; one that runs a race looks first, passes its ``RaceWindow``, and then stores.
    /// - Parameter request: the request.
    /// - Returns: the response.
    public func serve(_ request: ServerRequest) async -> ServerResponse {
        let call = ReceivedCall(request: request, operation: contract[request.path])
        guard breaches.race(of: call) != nil else { return respond(to: request) }
        let before = state.withLock(\.world)
        let foreseen = respond(to: request, in: .look(before))
        guard foreseen.status == 200 else { return foreseen }
        await raceWindow.pass()
        return respond(to: request, in: .store(before))
    }

    /// Answers a request, or does that part of it.
    private func respond(to request: ServerRequest, in section: CriticalSection) -> ServerResponse {
        let isHeedless = breaches.policy.matchesHeadersInAnyCase
        let request = isHeedless ? request : request.withoutHeadersInCapitals
        let call = ReceivedCall(request: request, operation: contract[request.path])
        var response: ServerResponse
        do throws(Refusal) {
            response = try answer(call, in: section)
        } catch {
            response = ServerResponse(status: error.error.status, headers: [:], json: error.body)
            if error.error.status == 405 { response.headers["allow"] = Self.methods(of: call.operation) }
        }
        addHeaders(to: &response, for: request)
        breaches.change(&response, of: call)
        return response
    }

    /// Answers a request, or says why not.
    private func answer(_ call: ReceivedCall, in section: CriticalSection) throws(Refusal) -> ServerResponse {
        let request = call.request
        if request.method == "OPTIONS" { return ServerResponse(status: 200, headers: CrossOrigin.preflight) }
        guard request.body.count <= Self.bodyLimit else {
            throw .because(413, "payload_too_large", "the body is larger than 1 MB")
        }
        let now = now()
        let authorization = Authorization(due: breaches.stageOfAuthorization(of: call)) { () throws(Refusal) in
            try access(of: call, now: now)
        }
        try authorization.check(at: .received)
        guard let operation = call.operation else { throw .because(404, "not_found", "no such path: \(request.path)") }
        try authorization.check(at: .routed)
        guard let method = Contract.Method(rawValue: request.method), operation.methods.contains(method) else {
            throw .because(405, "method_not_allowed", "only \(Self.methods(of: operation)) accepted")
        }
        try authorization.check(at: .allowed)
        if let objection = breaches.objection(to: call) { throw objection }
        let reading = try ParameterReader(operation: operation, method: method, breaches: breaches).reading(of: call)
        if let refusal = reading.refusal, breaches.policy.validatesBeforeActing { throw refusal }
        try authorization.check(at: .validated)
        let granted = try authorization.access(orElse: { () throws(Refusal) in try owner(now: now) })
        let due = DueCall(
            received: call,
            operation: operation.name,
            parameters: reading.parameters,
            context: Call(now: now, scope: granted.scope, prefersExisting: method == .put),
            workspace: granted.workspace,
            section: section
        )
        let answer = try perform(due)
        try authorization.check(at: .performed)
        if let refusal = reading.refusal { throw refusal }
        let body = answer.body { Self.nextPageURL($0, reading.parameters, request) }
        return ServerResponse(status: 200, headers: [:], json: .object(body))
    }

    /// What the credentials of a call open.
    private func access(of call: ReceivedCall, now: Timestamp) throws(Refusal) -> Access {
        do throws(Refusal) {
            let access = try access(with: Credentials(headers: call.request.headers), now: now)
            guard let operation = call.operation, !operation.security.contains([access.scheme]) else { return access }
            throw .because(401, "unauthorized", "\(access.scheme) may not call \(operation.path)")
        } catch {
            guard breaches.admits(call) else { throw error }
            return try owner(now: now)
        }
    }

    /// What the key of the first workspace opens.
    private func owner(now: Timestamp) throws(Refusal) -> Access {
        try access(with: Credentials(bearerToken: seed.apiKey(at: 0)), now: now)
    }

    /// What credentials open.
    private func access(with credentials: Credentials, now: Timestamp) throws(Refusal) -> Access {
        do throws(ModelError) {
            return try state.withLock { (state) throws(ModelError) in
                try state.world.access(with: credentials, now: now)
            }
        } catch {
            throw Refusal(error)
        }
    }

    /// Carries out a call on the one world that there is.
    private func perform(_ call: DueCall) throws(Refusal) -> Answer {
        let answer: Answer?
        do throws(ModelError) {
            answer = try state.withLock { (state) throws(ModelError) in
                try state.world.carryOut(call, with: breaches)
            }
        } catch {
            throw Refusal(error)
        }
        guard let answer else { throw .because(501, "not_implemented", "\(call.operation) is not implemented") }
        return answer
    }

    /// Adds what every response bears.
    private func addHeaders(to response: inout ServerResponse, for request: ServerRequest) {
        let id = state.withLock { $0.requestIDs.nextID() }
        response.headers["seam-request-id"] = id.description
        if response.json != nil { response.headers["content-type"] = "application/json; charset=utf-8" }
        response.headers.merge(CrossOrigin.headers(origin: request.headers["origin"])) { first, _ in first }
    }

    /// The methods of an operation as a refusal and the `allow` header name them.
    private static func methods(of operation: Contract.Operation?) -> String {
        operation?.methods.map(\.rawValue).joined(separator: ",") ?? ""
    }

    /// The absolute URL that gives the page at a cursor to a GET with the same credentials.
    private static func nextPageURL(_ cursor: String, _ parameters: JSONObject, _ request: ServerRequest) -> String {
        var parameters = parameters
        parameters["page_cursor"] = .string(cursor)
        let host = request.headers["host"] ?? "localhost"
        return "http://\(host)\(request.path)?\(FormEncoding.query(parameters))"
    }
}

extension Refusal {
    /// A refusal by the server itself.
    fileprivate static func because(_ status: Int, _ type: String, _ message: String) -> Refusal {
        Refusal(ModelError(status: status, type: type, message: message))
    }
}

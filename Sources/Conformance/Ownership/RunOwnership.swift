import JSON
import Results
import Scenarios
import SeamContract
import Synchronization
import Timestamps

/// What a run knows of whose things are: the ids that responses have shown, when it began by the endpoint's clock, and which
/// operations can't show a resource.
final class RunOwnership: Sendable {
    /// A kind of things that the run has tried to create, and with whose credential.
    struct Making: Sendable, Hashable {
        /// The path of the operations on such things, such as `/acs/users`.
        let namespace: String
        /// With whose credential they were created.
        let credential: OwnerCredential
    }

    /// The values of a case.
    struct CaseValues: Sendable {
        /// The name that the case drew them under.
        let caseID: String
        /// The values.
        let values: GeneratedValues
        /// The moment before the case sent its first request.
        let moment: Sightings.Moment
    }

    private struct State {
        var sightings = Sightings()
        var begin: Timestamp?
        var unofferedReads: [String: String] = [:]
        var cleanup = Cleanup()
        var makings: [Making] = []
        var cases: [CaseValues] = []
        var deleted: Set<Resource> = []
        var left: Set<Resource> = []
    }

    private let state = Mutex(State())

    /// What is known before anything was sent.
    init() {}

    /// The moment now, for a request that is about to be sent.
    var now: Sightings.Moment { state.withLock { $0.sightings.now } }

    /// Before when nothing of this run can have been created; nil until ``begin(at:)`` was called.
    var begin: Timestamp? { state.withLock { $0.begin } }

    /// What was created so far, and what became of it.
    var cleanup: Cleanup { state.withLock { $0.cleanup } }

    /// Sets the beginning of the run, once.
    ///
    /// - Parameter instant: before when nothing of this run can have been created, by the endpoint's clock.
    func begin(at instant: Timestamp) {
        state.withLock { $0.begin = $0.begin ?? instant }
    }

    /// Takes in the ids that a response shows.
    ///
    /// - Parameter json: its body.
    func note(_ json: JSONValue) {
        state.withLock { $0.sightings.note(json) }
    }

    /// Why the id of a claimed resource can't be new; nil when it can.
    ///
    /// - Parameter claim: the claim.
    /// - Returns: a fragment such as `its id was in a response before it was created`.
    func reasonAgainst(_ claim: OwnershipClaim) -> String? {
        state.withLock { state in
            guard case .id(_, let id) = claim.resource.handle else { return nil }
            if state.sightings.hasSeen(id, before: claim.moment) { return OwnershipProof.oldID }
            return state.sightings.isFull
                ? "responses have shown more than \(Sightings.limit) ids, so none can be known to be new" : nil
        }
    }

    /// Whether an id was in a response before a moment.
    ///
    /// - Parameters:
    ///   - id: the id.
    ///   - moment: the moment.
    /// - Returns: true when it was.
    func hasSeen(_ id: String, before moment: Sightings.Moment) -> Bool {
        state.withLock { $0.sightings.hasSeen(id, before: moment) }
    }

    /// Whether any response has shown an id.
    ///
    /// - Parameter id: the id.
    /// - Returns: true when one has.
    func hasSeen(_ id: String) -> Bool { state.withLock { $0.sightings.hasSeen(id) } }

    /// Notes that the endpoint does not offer an operation that would show a resource.
    ///
    /// - Parameters:
    ///   - path: the path of the operation.
    ///   - evidence: what shows that, such as `404 without an error envelope`.
    func noteUnoffered(_ path: String, evidence: String) {
        state.withLock { $0.unofferedReads[path] = evidence }
    }

    /// What shows that the endpoint does not offer an operation; nil when it may.
    ///
    /// - Parameter path: the path of the operation.
    /// - Returns: such as `404 without an error envelope`.
    func evidenceAgainst(_ path: String) -> String? { state.withLock { $0.unofferedReads[path] } }

    /// Counts what became of something that was created.
    ///
    /// - Parameter settlement: the thing, and what became of it.
    func note(_ settlement: Reclamation) {
        state.withLock { state in
            if let resource = settlement.resource?.withoutCredential {
                if settlement.isSettled { state.deleted.insert(resource) } else { state.left.insert(resource) }
            }
            switch settlement.outcome {
            case .deleted, .gone: state.cleanup.noteDeleted()
            case .notCreated, .pending: break
            case .left(let reason):
                state.cleanup.noteLeft(settlement.name, of: settlement.namespace, because: reason)
            }
        }
    }

    /// Notes that a call is sent which may create something.
    ///
    /// - Parameters:
    ///   - path: the path of the call.
    ///   - credential: with whose credential what it makes is found.
    func noteCreating(_ path: String, as credential: OwnerCredential) {
        let namespace =
            path.hasPrefix(Ledger.identities + "/") ? Ledger.identities : OperationEffect.namespace(of: path)
        let making = Making(namespace: namespace, credential: credential)
        state.withLock { if !$0.makings.contains(making) { $0.makings.append(making) } }
    }

    /// Takes in the values that a case has generated.
    ///
    /// - Parameter values: the values.
    func note(_ values: CaseValues) {
        state.withLock { $0.cases.append(values) }
    }

    /// The kinds of things that the run has tried to create, those that belong to others first.
    var makings: [Making] {
        state.withLock(\.makings).sorted {
            ($0.namespace == Ledger.identities ? 1 : 0, $0.namespace) < (
                $1.namespace == Ledger.identities ? 1 : 0, $1.namespace
            )
        }
    }

    /// All values that cases have generated.
    var values: GeneratedValues {
        state.withLock { state in
            state.cases.reduce(into: GeneratedValues()) { $0.formUnion($1.values) }
        }
    }

    /// The values of the case that generated one which something shows.
    ///
    /// - Parameter shown: the thing.
    /// - Returns: the values; nil when it shows none.
    func values(shownIn shown: JSONValue) -> CaseValues? {
        state.withLock { $0.cases.first { $0.values.isShown(in: shown) } }
    }

    /// Whether the deletion of a resource was accepted.
    ///
    /// - Parameter resource: the resource.
    /// - Returns: true when it was.
    func isDeleted(_ resource: Resource) -> Bool { state.withLock { $0.deleted.contains(resource.withoutCredential) } }

    /// Whether a resource was counted as left.
    ///
    /// - Parameter resource: the resource.
    /// - Returns: true when it was.
    func isLeft(_ resource: Resource) -> Bool { state.withLock { $0.left.contains(resource.withoutCredential) } }

    /// Counts something as left that was counted as deleted, since it is still there.
    ///
    /// - Parameter resource: the resource.
    func noteUndeleted(_ resource: Resource) {
        state.withLock { state in
            state.deleted.remove(resource.withoutCredential)
            state.left.insert(resource.withoutCredential)
            state.cleanup.noteUndeleted(
                resource.name,
                of: resource.namespace,
                because: "its deletion was accepted, and a list still shows it"
            )
        }
    }
}

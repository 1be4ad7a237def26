import JSON
import Results
import Scenarios
import Synchronization
import Timestamps

/// What a run knows of whose things are: the ids that responses have shown, when it began by the endpoint's clock, and which
/// operations can't show a resource.
final class RunOwnership: Sendable {
    private struct State {
        var sightings = Sightings()
        var begin: Timestamp?
        var unofferedReads: [String: String] = [:]
        var cleanup = Cleanup()
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
            switch settlement.outcome {
            case .deleted: state.cleanup.noteDeleted()
            case .notCreated, .pending: break
            case .left(let reason):
                state.cleanup.noteLeft(settlement.name, of: settlement.namespace, because: reason)
            }
        }
    }
}

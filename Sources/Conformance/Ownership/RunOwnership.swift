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

    /// The values of all cases.
    struct Values: Sendable {
        private var all = GeneratedValues()
        private var cases: [CaseValues] = []

        /// Takes in the values of a case.
        ///
        /// - Parameter values: the values.
        mutating func add(_ values: CaseValues) {
            all.formUnion(values.values, of: cases.count)
            cases.append(values)
        }

        /// The values of the case that generated one which something shows of its own.
        ///
        /// - Parameter shown: the thing.
        /// - Returns: the values; nil when it shows none.
        func owner(of shown: JSONValue) -> CaseValues? { all.owner(in: OwnershipProof.own(shown)).map { cases[$0] } }
    }

    /// Something that was counted as left and of which it is not known what it is.
    private struct Unfound {
        let caseID: String
        let reclamation: Reclamation
        let reason: String
    }

    private struct State {
        var sightings = Sightings()
        var begin: Timestamp?
        var unofferedReads: [String: String] = [:]
        var cleanup = Cleanup()
        var namespaces: Set<String> = []
        var credentials: Set<OwnerCredential> = [.own]
        var values = Values()
        var deleted: [Resource: Reclamation.Outcome] = [:]
        var left: Set<Resource> = []
        var unfound: [Unfound] = []
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

    /// What follows from the id of a claimed resource; nil when that may be new.
    ///
    /// - Parameter claim: the claim.
    /// - Returns: that it is foreign when its id is old; that it is unproven when no id can be known to be new any more.
    func objection(to claim: OwnershipClaim) -> OwnershipProof.Result? {
        state.withLock { state in
            guard case .id(_, let id) = claim.resource.handle else { return nil }
            if state.sightings.hasSeen(id, before: claim.moment) { return .foreign(OwnershipProof.oldID) }
            guard state.sightings.isFull else { return nil }
            return .unproven("responses have shown more than \(Sightings.limit) ids, so none can be known to be new")
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
    /// - Parameters:
    ///   - settlement: the thing, and what became of it.
    ///   - caseID: the name that the case which made it draws its values under; nil when no case made it.
    func note(_ settlement: Reclamation, of caseID: String? = nil) {
        state.withLock { state in
            let resource = settlement.resource?.withoutCredential
            switch settlement.outcome {
            case .deleted, .gone:
                if let resource { state.deleted[resource] = settlement.outcome }
                state.cleanup.noteDeleted()
            case .notCreated: break
            case .pending: if let resource { state.left.insert(resource) }
            case .left(let reason):
                state.cleanup.noteLeft(settlement.name, of: settlement.namespace, because: reason)
                if settlement.isUnfound, let caseID {
                    state.unfound.append(Unfound(caseID: caseID, reclamation: settlement, reason: reason))
                } else if let resource {
                    state.left.insert(resource)
                }
            }
        }
    }

    /// Takes back that something was left of which it was not known what it is, since it was found.
    ///
    /// - Parameters:
    ///   - namespace: the path of the operations on such things.
    ///   - caseID: the name that the case which made it draws its values under.
    /// - Returns: what was said of it; nil when nothing of the kind was left.
    func takeUnfound(_ namespace: String, of caseID: String) -> Reclamation? {
        state.withLock { state in
            let place = state.unfound.firstIndex { $0.caseID == caseID && $0.reclamation.namespace == namespace }
            guard let place else { return nil }
            let found = state.unfound.remove(at: place)
            state.cleanup.takeBackLeft(found.reclamation.name, of: namespace, because: found.reason)
            return found.reclamation
        }
    }

    /// Notes that a call is sent which may create something.
    ///
    /// - Parameters:
    ///   - path: the path of the call.
    ///   - parameters: what it sends.
    ///   - credential: with whose credential it is sent.
    func noteCreating(_ path: String, sending parameters: JSONObject = [:], as credential: OwnerCredential) {
        let namespace =
            path.hasPrefix(Ledger.identities + "/") ? Ledger.identities : OperationEffect.namespace(of: path)
        let makes = Ledger.makes(path: path, parameters: parameters)
        let makesUsers = Ledger.makesUsers(path: path, parameters: parameters)
        guard makes || makesUsers else { return }
        state.withLock { state in
            if makes { state.namespaces.insert(namespace) }
            if makesUsers { state.namespaces.insert(Ledger.users) }
            state.credentials.insert(credential)
        }
    }

    /// Takes in the values that a case has generated.
    ///
    /// - Parameter values: the values.
    func note(_ values: CaseValues) {
        state.withLock { $0.values.add(values) }
    }

    /// The kinds of things that the run has tried to create, with each credential that it has used.
    ///
    /// What was created with one credential may stand where another sees it. Those that belong to others come first.
    var makings: [Making] {
        let (namespaces, credentials) = state.withLock { ($0.namespaces, $0.credentials) }
        let (dependents, identities) = (namespaces.subtracting([Ledger.identities]).sorted(), [Ledger.identities])
        return (dependents + identities.filter(namespaces.contains)).flatMap { namespace in
            credentials.sorted { $0.credential.word > $1.credential.word }
                .map { Making(namespace: namespace, credential: $0) }
        }
    }

    /// All values that cases have generated.
    var values: Values { state.withLock(\.values) }

    /// What was said when a resource was deleted, or found to be gone.
    ///
    /// - Parameter resource: the resource.
    /// - Returns: what became of it; nil when it was not there, or is counted as left by now.
    func deletion(of resource: Resource) -> Reclamation.Outcome? {
        state.withLock { $0.deleted[resource.withoutCredential] }
    }

    /// Whether a resource was counted as left.
    ///
    /// - Parameter resource: the resource.
    /// - Returns: true when it was.
    func isLeft(_ resource: Resource) -> Bool { state.withLock { $0.left.contains(resource.withoutCredential) } }

    /// Counts something as left that was counted as deleted, since it is still there; once.
    ///
    /// - Parameters:
    ///   - resource: the resource.
    ///   - reason: what was said of it, and what shows it, as a lower-case fragment.
    func noteUndeleted(_ resource: Resource, because reason: String) {
        state.withLock { state in
            guard state.deleted.removeValue(forKey: resource.withoutCredential) != nil else { return }
            state.left.insert(resource.withoutCredential)
            state.cleanup.noteUndeleted(resource.name, of: resource.namespace, because: reason)
        }
    }
}

import JSON
import Scenarios
import Timestamps

/// Judges by what a fresh `get` shows whether a resource is ours.
///
/// Rule: the response must show the resource under the id that was asked for, and on it a value that this run generated; where
/// the call that made it sent none, an identity of ours that it belongs to. What was created before the run began is not ours,
/// whatever it shows.
struct OwnershipProof: Sendable {
    /// What came of a look at a resource.
    enum Result: Sendable, Equatable {
        /// It is ours; its id, as the response shows it.
        case ours(id: String)
        /// It is not there.
        case gone
        /// It was there before: why, as a lower-case fragment.
        case foreign(String)
        /// It can't be shown to be ours: why, as a lower-case fragment.
        case unproven(String)
    }

    /// Why an id that is not new is not ours.
    static let oldID = "its id was in a response before it was created"
    /// Why something that shows no generated value is not ours.
    static let noValue = "get showed none of the values generated for it"
    /// Why something old is not ours.
    static let age = "get says that it was created before this run began"
    /// Why something that shows a generated value is not shown to be ours.
    static let valueButAge = "get showed a value of this run on it, and says that it was created before this run began"
    /// Why something can't be shown to be ours whatever `get` shows.
    static let nothingToShow = "its create sent no generated value, such as ${unique.name}, that could show whose it is"

    /// Why something that was created is not what `get` shows.
    static let showsAnother = [oldID, noValue, age, otherID, otherKey, nothing]
    /// Why a response without the resource shows nothing; the name of its member stands behind it.
    static let nothing = "get showed no "
    /// Why a response about a resource with another key shows nothing.
    static let otherKey = "get showed another key than it was asked for"
    /// Why a response about another resource shows nothing.
    static let otherID = "get showed another id than it was asked for"

    /// The values that the run generated for the case.
    let values: GeneratedValues
    /// The ids of identities that were shown to be ours.
    let identityIDs: Set<String>
    /// Before when nothing of the run can have been created; nil when that is not known.
    let begin: Timestamp?

    /// Judges what a `get` shows of a resource.
    ///
    /// - Parameters:
    ///   - claim: the claim on the resource.
    ///   - status: the status of the response.
    ///   - json: the body of the response; nil when it is no JSON.
    /// - Returns: whether the resource is ours.
    func result(for claim: OwnershipClaim, status: Int, json: JSONValue?) -> Result {
        let resource = claim.resource
        guard status / 100 == 2 else {
            return Self.saysGone(status: status, json: json) ? .gone : .unproven("get answered \(status)")
        }
        guard let shown = json?[resource.property], let id = shown[resource.idParameter]?.stringValue else {
            return .unproven("\(Self.nothing)\(resource.property) with an id")
        }
        switch resource.handle {
        case .id(_, let value) where value != id:
            // What was merged into another is shown as that one.
            return showsValue(shown) ? .gone : .unproven(Self.otherID)
        case .identityKey(let key) where shown["user_identity_key"]?.stringValue != key:
            return .unproven(Self.otherKey)
        case .id, .identityKey: break
        }
        if isOld(shown) {
            return showsValue(shown) ? .unproven(Self.valueButAge) : .foreign(Self.age)
        }
        switch claim.mark {
        case .generatedValue:
            return showsValue(shown) ? .ours(id: id) : .unproven(Self.noValue)
        case .parent:
            guard belongsToOurs(shown) || showsValue(shown) else {
                return .unproven("get did not show an identity of this run with it")
            }
            return .ours(id: id)
        case .nothing: return .unproven(Self.nothingToShow)
        }
    }

    /// Whether a response says that what was asked for is not there.
    ///
    /// - Parameters:
    ///   - status: the status of the response.
    ///   - json: its body; nil when it is no JSON.
    /// - Returns: true for 404, and for a 400 whose error type ends in `_not_found`.
    static func saysGone(status: Int, json: JSONValue?) -> Bool {
        status == 404 || (status == 400 && json?["error"]?["type"]?.stringValue?.hasSuffix("_not_found") ?? false)
    }

    /// Whether a resource says that it was created before the run began.
    ///
    /// - Parameter shown: the resource.
    /// - Returns: false also when nothing is known.
    func isOld(_ shown: JSONValue) -> Bool {
        guard let begin, let created = Self.creation(of: shown) else { return false }
        return created < begin
    }

    /// Whether a resource shows a value of its own that this run generated.
    ///
    /// What an access-system user shows of its identity says nothing of the user: an endpoint may have linked somebody's user to
    /// an identity of ours.
    /// - Parameter shown: the resource.
    /// - Returns: true when it does.
    func showsValue(_ shown: JSONValue) -> Bool { values.isShown(in: Self.own(shown)) }

    /// What a resource shows of itself: an access-system user without what it mirrors of its identity.
    ///
    /// - Parameter shown: the resource.
    /// - Returns: the resource, or what is left of it.
    static func own(_ shown: JSONValue) -> JSONValue {
        guard case .object(let object) = shown, object["acs_user_id"] != nil else { return shown }
        return .array(object.members.filter { !$0.key.hasPrefix("user_identity_") }.map(\.value))
    }

    /// When a resource says that it was created; nil when it does not say so in a form that can be read.
    ///
    /// - Parameter shown: the resource.
    /// - Returns: its `created_at`.
    static func creation(of shown: JSONValue) -> Timestamp? {
        shown["created_at"]?.stringValue.flatMap { Timestamp(rfc3339: $0) }
    }

    private func belongsToOurs(_ shown: JSONValue) -> Bool {
        let single = [shown["user_identity_id"]?.stringValue].compactMap(\.self)
        let several = shown["user_identity_ids"]?.arrayValue?.compactMap(\.stringValue) ?? []
        let ids = single + several
        return !ids.isEmpty && ids.allSatisfy(identityIDs.contains)
    }
}

import JSON
import Scenarios
import SeamContract

/// Something that a request would change or delete, or put into a relation to something else.
///
/// A host is not one: an access system, access group or entrance that our own user is put into or taken out of.
struct ChangeTarget: Sendable, Equatable {
    /// The parameter that names such things, such as `acs_user_id`.
    let parameter: String
    /// The value that the request has for it: a text or a number.
    let value: JSONValue

    /// The value as text.
    var text: String { value.stringValue ?? value.serialized() }

    /// The things that a request would change; empty for one that only reads.
    ///
    /// - Parameters:
    ///   - call: the request.
    ///   - contract: the operations that there are: where the path is none of theirs, its parts count, too.
    /// - Returns: each once, in the order in which they are sent.
    static func all(of call: PreparedCall, in contract: Contract) -> [ChangeTarget] {
        let effect = call.effect(in: contract)
        guard effect != .reads else { return [] }
        var targets: [ChangeTarget] = []
        for member in call.parameters.members {
            guard let parameter = parameter(member.key, of: call.path, effect) else { continue }
            for value in member.value.arrayValue ?? [member.value] where value.isPlain {
                let target = ChangeTarget(parameter: parameter, value: value)
                if !targets.contains(target) { targets.append(target) }
            }
        }
        guard contract[call.path] == nil else { return targets }
        return targets + call.path.split(separator: "/").map { ChangeTarget(parameter: "", value: .string(String($0))) }
    }

    /// What a parameter names of what is changed, in the singular; nil when it names a host, or nothing.
    private static func parameter(_ name: String, of path: String, _ effect: OperationEffect) -> String? {
        let name = name.hasPrefix("merged_") ? String(name.dropFirst(7)) : name
        let singular = name.hasSuffix("s") ? String(name.dropLast()) : name
        if singular == "user_identity_key" {
            return effect == .creates || path.hasSuffix("/update") ? nil : singular
        }
        guard singular.hasSuffix("_id") || singular == "id" else { return nil }
        return isHost(singular, of: path) ? nil : singular
    }

    /// Whether a parameter names what our own user is put into, taken out of, or found by.
    private static func isHost(_ parameter: String, of path: String) -> Bool {
        guard let namespace = hosts[parameter] else { return parameter == "workspace_id" }
        return OperationEffect.namespace(of: path) != namespace || membership.contains(path)
    }

    /// The namespaces of the things that users are put into, by the parameter that names them.
    private static let hosts = [
        "acs_system_id": "/acs/systems", "acs_access_group_id": "/acs/access_groups",
        "acs_entrance_id": "/acs/entrances",
    ]
    /// The operations of those namespaces that only put a user into them, or take one out.
    private static let membership: Set<String> = [
        "/acs/access_groups/add_user", "/acs/access_groups/remove_user", "/acs/entrances/grant_access",
    ]
}

extension PreparedCall {
    /// What the request can do to the things of a workspace.
    ///
    /// - Parameter contract: the operations that there are; a GET of another path only reads, unless its verb says otherwise.
    /// - Returns: the effect.
    func effect(in contract: Contract) -> OperationEffect {
        let effect = OperationEffect(path: path)
        switch method {
        case .head, .options: return .reads
        case .get where contract[path] == nil && effect != .deletes: return .reads
        case .get, .post, .put, .patch, .delete: return effect
        }
    }
}

extension JSONValue {
    /// Whether it can name a thing: a text that is not empty, or a number.
    fileprivate var isPlain: Bool {
        switch self {
        case .string(let text): !text.isEmpty
        case .number: true
        case .null, .bool, .array, .object: false
        }
    }
}

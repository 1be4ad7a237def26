import JSON
import JSONSchema

extension Comparer {
    /// Compares the ways to authorize a call, and how the credentials that both documents ask for are sent.
    mutating func compareSecurity(
        _ old: OperationView,
        _ new: OperationView,
        _ oldSchemes: [String: Found<JSONValue>],
        _ newSchemes: [String: Found<JSONValue>]
    ) {
        let before = Dictionary(old.security.map { ($0.name, $0) }) { first, _ in first }
        let after = Dictionary(new.security.map { ($0.name, $0) }) { first, _ in first }
        for name in Set(before.keys).union(after.keys).sorted() {
            let trail = Trail("security").member(name)
            switch (before[name], after[name]) {
            case (nil, nil): break
            case (nil, let way?):
                note(
                    Rule(.securityAdded),
                    at: trail,
                    new: Evidence(way.place),
                    "a call with \(way.phrase) is accepted now"
                )
            case (let way?, nil):
                note(
                    Rule(.securityRemoved),
                    at: trail,
                    old: Evidence(way.place),
                    "a call with \(way.phrase) is no longer accepted"
                )
            case (let before?, let after?):
                compareScopes(before, after, at: trail)
                for scheme in before.scopes.keys.sorted() {
                    compareScheme(scheme, oldSchemes[scheme], newSchemes[scheme])
                }
            }
        }
    }

    private mutating func compareScopes(_ old: SecurityWay, _ new: SecurityWay, at trail: Trail) {
        for (scheme, after) in new.scopes.sorted(by: { $0.key < $1.key }) {
            let before = old.scopes[scheme] ?? []
            for scope in after.subtracting(before).sorted() {
                note(
                    Rule(.securityScopeAdded),
                    at: trail.part(scope),
                    old: Evidence(old.place),
                    new: Evidence(new.place, .string(scope)),
                    "\(scheme) needs the scope '\(scope)' now"
                )
            }
            for scope in before.subtracting(after).sorted() {
                note(
                    Rule(.securityScopeRemoved),
                    at: trail.part(scope),
                    old: Evidence(old.place, .string(scope)),
                    new: Evidence(new.place),
                    "\(scheme) no longer needs the scope '\(scope)'"
                )
            }
        }
    }

    /// Compares how a credential is sent; told once for all operations.
    private mutating func compareScheme(_ name: String, _ old: Found<JSONValue>?, _ new: Found<JSONValue>?) {
        guard let old, let new else { return }
        let key = SchemaPair.Key(old: [old.place], new: [new.place], direction: .request)
        let (number, isNew) = link(key, to: .part)
        guard isNew, old.value.withoutDescription != new.value.withoutDescription else { return }
        note(
            Rule(.securitySchemeChanged),
            at: Trail("securitySchemes").member(name),
            old: old.evidence,
            new: new.evidence,
            in: number,
            "\(name) is sent in another way: \(new.value.withoutDescription.excerpt)"
        )
    }
}

extension SecurityWay {
    /// The credentials, for a sentence.
    fileprivate var phrase: String { scopes.isEmpty ? "no credential" : name }
}

extension JSONValue {
    /// The object without the words for people.
    fileprivate var withoutDescription: JSONValue {
        guard var object = objectValue else { return self }
        object["description"] = nil
        return .object(object)
    }
}

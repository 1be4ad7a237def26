import JSON
import JSONSchema
import SeamContract

extension Comparer {
    /// Compares the paths of two documents, and the schemas that they lead to.
    ///
    /// - Throws: `DifferenceError` when a document is wrong or there are too many schemas.
    mutating func compare(_ old: DocumentView, _ new: DocumentView) throws(DifferenceError) {
        for template in Set(old.paths.keys).union(new.paths.keys).sorted() {
            switch (old.paths[template], new.paths[template]) {
            case (nil, let path?):
                begin(.operation(path: path.path, methods: path.sortedMethods))
                note(Rule(.operationAdded), at: Trail(""), new: Evidence(path.place), "the operation is new")
            case (let path?, nil):
                begin(.operation(path: path.path, methods: path.sortedMethods))
                note(Rule(.operationRemoved), at: Trail(""), old: Evidence(path.place), "the operation is gone")
            case (let before?, let after?): try compare(before, after, old, new)
            case (nil, nil): break
            }
        }
        try compareUnits()
    }

    private mutating func compare(
        _ old: PathView,
        _ new: PathView,
        _ oldDocument: DocumentView,
        _ newDocument: DocumentView
    ) throws(DifferenceError) {
        for method in Contract.Method.allCases {
            switch (old.methods[method], new.methods[method]) {
            case (nil, nil): break
            case (nil, let operation?):
                begin(.operation(path: new.path, methods: [method]))
                note(Rule(.methodAdded), at: Trail(""), new: Evidence(operation.place), "\(method) is new")
            case (let operation?, nil):
                begin(.operation(path: new.path, methods: [method]))
                note(Rule(.methodRemoved), at: Trail(""), old: Evidence(operation.place), "\(method) is gone")
            case (let before?, let after?):
                begin(.operation(path: new.path, methods: [method]))
                compareNotes(before.notes, after.notes, at: Trail(""))
                compareDeprecation(before, after)
                compareResponseKeys(before.responseKey, after.responseKey)
                compareSecurity(before, after, oldDocument.securitySchemes, newDocument.securitySchemes)
                try compareParameters(before.parameters, after.parameters)
                try compareBodies(before.body, after.body)
                try compareResponses(before.responses, after.responses)
                try comparePending()
            }
        }
    }

    /// Compares words for people; one change tells of all of them.
    mutating func compareNotes(
        _ old: [String: Found<JSONValue>],
        _ new: [String: Found<JSONValue>],
        at trail: Trail
    ) {
        let keywords = Set(old.keys).union(new.keys).sorted()
        guard let keyword = keywords.first(where: { old[$0]?.value != new[$0]?.value }) else { return }
        note(
            Rule(.operationDescriptionChanged),
            at: trail,
            old: old[keyword]?.evidence,
            new: new[keyword]?.evidence,
            "the \(keyword) has changed"
        )
    }

    private mutating func compareDeprecation(_ old: OperationView, _ new: OperationView) {
        guard old.isDeprecated != new.isDeprecated else { return }
        note(
            Rule(new.isDeprecated ? .operationDeprecated : .operationReinstated),
            at: Trail(""),
            old: Evidence(old.place),
            new: Evidence(new.place),
            new.isDeprecated ? "it is deprecated now" : "it is no longer deprecated"
        )
    }

    private mutating func compareResponseKeys(_ old: Found<String>?, _ new: Found<String>?) {
        guard old?.value != new?.value else { return }
        let (was, now) = (old.map { "'\($0.value)'" } ?? "none", new.map { "'\($0.value)'" } ?? "none")
        note(
            Rule(old == nil ? .responseKeyAdded : new == nil ? .responseKeyRemoved : .responseKeyChanged),
            at: Trail("x-response-key"),
            old: old.map { $0.evidence(.string($0.value)) },
            new: new.map { $0.evidence(.string($0.value)) },
            "the member that an answer is about is now \(now) (was \(was))"
        )
    }

    /// Compares the parameters that do not stand in the body; those of the query share the way with those of a body.
    private mutating func compareParameters(
        _ old: [Parameter.Key: Parameter],
        _ new: [Parameter.Key: Parameter]
    ) throws(DifferenceError) {
        for location in Parameter.Location.allCases {
            let trail = location == .query ? Trail("request") : Trail("request").member(location.rawValue)
            let (before, after) = (old.named(in: location), new.named(in: location))
            try compareProperties(before.mapValues(\.property), after.mapValues(\.property), under: trail, .request)
            for name in before.keys.sorted() {
                guard let before = before[name], let after = after[name], before.style != after.style else { continue }
                note(
                    Rule(.requestParameterStyleChanged),
                    at: trail.member(before.property.name),
                    old: Evidence(before.property.place, .string(before.style)),
                    new: Evidence(after.property.place, .string(after.style)),
                    "the style is now \(after.style) (was \(before.style))"
                )
            }
        }
    }
}

extension [Parameter.Key: Parameter] {
    /// The parameters in one location by what tells them apart there.
    fileprivate func named(in location: Parameter.Location) -> [String: Parameter] {
        let found = filter { $0.key.location == location }.map { ($0.key.name, $0.value) }
        return [String: Parameter](found) { first, _ in first }
    }
}

extension PathView {
    /// What it takes, POST first.
    fileprivate var sortedMethods: [Contract.Method] {
        Contract.Method.allCases.filter { methods[$0] != nil }
    }
}

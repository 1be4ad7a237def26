public import JSON

extension World {
    /// Performs an operation in a workspace.
    ///
    /// - Parameters:
    ///   - name: the operation, such as `user_identities.create`.
    ///   - parameters: its parameters as JSON.
    ///   - call: the time of the call and who makes it.
    ///   - place: the place of the workspace.
    /// - Returns: the answer; nil when workspaces do not know the operation.
    /// - Throws: `ModelError` when the call is refused; all is as it was then.
    public mutating func perform(
        _ name: String,
        _ parameters: JSONObject,
        _ call: Call,
        in place: Int
    ) throws(ModelError) -> Answer? {
        let isolation = workspaces[place].policy.isolation
        if isolation.uniquePerWorkspace != ProfileValue.unique { try checkElsewhere(name, parameters, from: place) }
        let crossing = isolation.crossings.first { $0.operation == name && parameters[$0.parameter] != nil }
        do throws(ModelError) {
            let answer = try workspaces[place].perform(name, parameters, call)
            guard crossing?.outcome == .carriedOut else { return answer }
            return answer?.joined(with: answerElsewhere(name, parameters, call, from: place))
        } catch {
            if let crossing, let answer = answer(to: call, of: crossing, parameters, from: place) { return answer }
            throw refusal(error, parameters, from: place)
        }
    }

    /// The places of the other workspaces.
    private func others(than place: Int) -> [Int] {
        workspaces.indices.filter { $0 != place }
    }

    /// Refuses a value that an identity of another workspace has, where that is held against it.
    private func checkElsewhere(_ name: String, _ parameters: JSONObject, from place: Int) throws(ModelError) {
        guard name == "user_identities.create" else { return }
        let isolation = workspaces[place].policy.isolation
        for value in ProfileValue.unique where !isolation.uniquePerWorkspace.contains(value) {
            guard let text = parameters[value.rawValue]?.stringValue else { continue }
            let isTaken = others(than: place).contains { !workspaces[$0].holders(of: text, as: value).isEmpty }
            if isTaken { throw Workspace.taken(value) }
        }
    }

    /// The answer of the first other workspace that accepts a call; nil when none does.
    private mutating func answerElsewhere(
        _ name: String,
        _ parameters: JSONObject,
        _ call: Call,
        from place: Int
    ) -> Answer? {
        for other in others(than: place) {
            if let answer = try? workspaces[other].perform(name, parameters, call) { return answer }
        }
        return nil
    }

    /// What becomes of a refused call that reaches into another workspace; nil when it finds nothing there either.
    private mutating func answer(
        to call: Call,
        of crossing: Policy.Isolation.Crossing,
        _ parameters: JSONObject,
        from place: Int
    ) -> Answer? {
        switch crossing.outcome {
        case .carriedOut:
            return answerElsewhere(crossing.operation, parameters, call, from: place)
        case .accepted:
            let ids = parameters[crossing.parameter]
            guard owner(of: ids?.arrayValue ?? ids.map { [$0] } ?? [], otherThan: place) != nil else { return nil }
            var rest = parameters
            rest[crossing.parameter] = nil
            return (try? workspaces[place].perform(crossing.operation, rest, call)) ?? .done
        }
    }

    /// A refusal as the workspace says it, who may give away what another one has.
    private func refusal(_ error: ModelError, _ parameters: JSONObject, from place: Int) -> ModelError {
        let isolation = workspaces[place].policy.isolation
        guard error.status == 404, !isolation.refusesAsMissing || !isolation.hidesOwner,
            let owner = owner(of: parameters.members.map(\.value), otherThan: place)
        else { return error }
        return ModelError(
            status: isolation.refusesAsMissing ? 404 : 403,
            type: error.type,
            message: "this belongs to workspace \(owner.id)"
        )
    }

    /// The other workspace that has a resource with one of these ids; nil when none has.
    private func owner(of ids: [JSONValue], otherThan place: Int) -> Workspace? {
        let ids = ids.compactMap { $0.stringValue.flatMap(ResourceID.init) }
        return others(than: place).lazy.map { workspaces[$0] }.first { workspace in ids.contains(where: workspace.knows)
        }
    }
}

extension Answer {
    /// A list with the rows of another one behind its own.
    fileprivate func joined(with other: Answer?) -> Answer {
        switch (self, other) {
        case (.list(let key, let own), .list(_, let others)): .list(key: key, own + others)
        case (.page(let key, let own, let cursor), .page(_, let others, let next)):
            .page(key: key, own + others, nextCursor: cursor ?? next)
        default: self
        }
    }
}

extension Workspace {
    /// Whether it has an identity, user, access system or group with that id.
    fileprivate func knows(_ id: ResourceID) -> Bool {
        identities[id] != nil || users[id] != nil || systems[id] != nil || groups[id] != nil
    }
}

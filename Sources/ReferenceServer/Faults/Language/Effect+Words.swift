import JSON
import SeamModel

/// The words in which the catalogue tells effects: what happens, of which operations (none means all), by which methods,
/// asked with what parameters, bearing what header fields, and answered with what statuses.
extension Fault.Effect {
    /// The JSON of responses is changed.
    static func body(
        _ edits: JSONEdit...,
        of operations: String...,
        by methods: String...,
        asked: [Place: Condition] = [:],
        bearing: [String: Condition] = [:],
        statuses: ClosedRange<Int> = 200...200,
        showing: [Place: Condition] = [:]
    ) -> Self {
        let scope = CallScope(operations: operations, methods: methods, asked: asked, bearing: bearing)
        let changes = edits.map(ResponseEdit.Change.body)
        return .edit(ResponseEdit(scope: scope, statuses: statuses, showing: showing, changes: changes))
    }

    /// Responses are changed.
    static func response(
        _ changes: ResponseEdit.Change...,
        of operations: String...,
        by methods: String...,
        asked: [Place: Condition] = [:],
        bearing: [String: Condition] = [:],
        statuses: ClosedRange<Int> = 200...200,
        showing: [Place: Condition] = [:]
    ) -> Self {
        let scope = CallScope(operations: operations, methods: methods, asked: asked, bearing: bearing)
        return .edit(ResponseEdit(scope: scope, statuses: statuses, showing: showing, changes: changes))
    }

    /// Something of requests is misread.
    static func misreads(
        _ misreading: RequestEdit.Misreading,
        of operations: String...,
        by methods: String...,
        asked: [Place: Condition] = [:]
    ) -> Self {
        let scope = CallScope(operations: operations, methods: methods, asked: asked)
        return .misread(RequestEdit(scope: scope, misreading: misreading))
    }

    /// Parameters are misread, in the query and in the body.
    static func misreads(
        _ edits: JSONEdit...,
        of operations: String...,
        by methods: String...,
        asked: [Place: Condition] = [:]
    ) -> Self {
        let scope = CallScope(operations: operations, methods: methods, asked: asked)
        return .misread(RequestEdit(scope: scope, misreading: .parameters(edits)))
    }

    /// A value that breaks a keyword of the contract is taken as it is.
    static func tolerates(
        _ place: Place,
        _ keyword: String,
        where condition: Condition = .present,
        of operations: String...,
        by methods: String...
    ) -> Self {
        let scope = CallScope(operations: operations, methods: methods)
        return .tolerate(Tolerance(scope: scope, place: place, keyword: keyword, condition: condition))
    }

    /// Calls with such parameters are refused.
    static func refuses(
        _ asked: [Place: Condition] = [:],
        of operations: String...,
        by methods: String...,
        bearing: [String: Condition] = [:],
        status: Int = 400,
        type: String = "invalid_input"
    ) -> Self {
        let scope = CallScope(operations: operations, methods: methods, asked: asked, bearing: bearing)
        let parameter = asked.count == 1 ? asked.keys.first?.steps ?? [] : []
        let error = ModelError(status: status, type: type, message: "Invalid input", parameter: parameter)
        return .object(Objection(scope: scope, error: error))
    }

    /// Such credentials are taken.
    static func admits(_ credentials: RejectedCredential..., of operations: String..., by methods: String...) -> Self {
        let scope = CallScope(operations: operations, methods: methods)
        return .admit(Admission(scope: scope, credentials: Set(credentials)))
    }

    /// The credentials are looked at when something else has been done.
    static func authorizes(
        when stage: LateAuthorization.Stage,
        of operations: String...,
        by methods: String...,
        asked: [Place: Condition] = [:]
    ) -> Self {
        let scope = CallScope(operations: operations, methods: methods, asked: asked)
        return .delay(LateAuthorization(scope: scope, stage: stage))
    }
}

import JSON
import Proof
import ReferenceServer

/// A form that an endpoint may give its answers, though the reference server does not.
struct Shape: Sendable {
    /// What is different.
    let name: String
    /// The requirements that are about this form itself, and so are broken by it.
    var breaks: Set<String> = []
    /// The paths that the endpoint does not offer.
    var absent: [String] = []
    /// What cases are skipped because of.
    var causes: Set<String> = []
    /// What stands before the server.
    let front: @Sendable () -> SuiteTrial.Front

    /// A form that is given by changing responses.
    static func response(
        _ name: String,
        breaks: Set<String> = [],
        _ change: @escaping @Sendable (inout ServerResponse) -> Void
    ) -> Shape {
        Shape(name: name, breaks: breaks) {
            { request, respond in
                var response = await respond(request)
                change(&response)
                return response
            }
        }
    }
}

extension Shape: CustomStringConvertible {
    var description: String { name }
}

extension JSONValue {
    /// The value with each text in it changed.
    func mapTexts(_ change: (String) -> String) -> JSONValue {
        switch self {
        case .string(let text): .string(change(text))
        case .array(let items): .array(items.map { $0.mapTexts(change) })
        case .object(let object): .object(object.mapValues { $0.mapTexts(change) })
        case .null, .bool, .number: self
        }
    }

    /// The value with each object in it changed, the inner ones first.
    func mapObjects(_ change: (inout JSONObject) -> Void) -> JSONValue {
        switch self {
        case .array(let items): return .array(items.map { $0.mapObjects(change) })
        case .object(let object):
            var object = object.mapValues { $0.mapObjects(change) }
            change(&object)
            return .object(object)
        case .null, .bool, .number, .string: return self
        }
    }
}

extension JSONObject {
    /// The object with each value changed.
    fileprivate func mapValues(_ change: (JSONValue) -> JSONValue) -> JSONObject {
        var object = JSONObject()
        for member in members { object[member.key] = change(member.value) }
        return object
    }
}

import JSON
import Scenarios

/// A parameter of a request with a value that the run generated.
struct GeneratedParameter: Sendable, Hashable {
    /// The name of the parameter at the top of the request.
    let name: String
    /// The text that holds the generated value.
    let value: String

    /// The most of them that are looked at in one request.
    private static let limit = 16

    /// The parameters of a request that hold generated values.
    ///
    /// - Parameters:
    ///   - parameters: what is sent.
    ///   - values: the values that the run generated.
    /// - Returns: the parameters in the order in which they are sent; of a nested one its first text.
    static func all(in parameters: JSONObject, of values: GeneratedValues) -> [GeneratedParameter] {
        parameters.members.filter { !isHandle($0.key) }.prefix(limit).compactMap { member in
            values.texts(in: member.value, limit: 1).first.map { GeneratedParameter(name: member.key, value: $0) }
        }
    }

    /// Whether a parameter names something else, and says nothing of what is made: any id.
    private static func isHandle(_ name: String) -> Bool { name.hasSuffix("_id") || name.hasSuffix("_ids") }
}

import JSON
import JSONSchema

/// Values that break the contract and are taken all the same.
struct Tolerance: Sendable {
    /// The calls in which they are.
    var scope = CallScope()
    /// Where among the parameters.
    let place: Place
    /// The schema keyword that they may break.
    let keyword: String
    /// What they are like.
    var condition = Condition.present

    /// Whether a violation is one that nobody minds.
    ///
    /// - Parameters:
    ///   - violation: what was found.
    ///   - parameters: the parameters.
    /// - Returns: true when it is.
    func covers(_ violation: Violation, in parameters: JSONValue) -> Bool {
        let way = violation.instance.tokens + [violation.member].compactMap(\.self)
        guard violation.keyword == keyword, way == place.steps else { return false }
        return keyword == "required" || condition.holds(for: parameters.value(at: place))
    }
}

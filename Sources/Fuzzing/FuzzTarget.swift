/// A reader of what comes from outside, and what must hold of it whatever comes.
package enum FuzzTarget: String, Sendable, CaseIterable {
    /// A JSON text: read, written in every style, and read again.
    case json
    /// A JSONPath query, a line break and the JSON text it is asked of.
    case path
    /// A JSON text with `schema` and `instance`: compiled in every dialect and validated.
    case schema
    /// A YAML text.
    case yaml
    /// An OpenAPI document in YAML or JSON.
    case contract
    /// A scenario file of a suite against the bundled contract.
    case scenarios

    /// How many bytes of an input are looked at; longer ones cost time without being stranger.
    package static let sizeLimit = 16_384

    /// Hands an input to the reader.
    ///
    /// - Parameter input: the bytes, those beyond ``sizeLimit`` being left out.
    /// - Throws: ``FuzzFinding`` when a promise is broken; that the input is refused is none.
    package func check(_ input: [UInt8]) throws(FuzzFinding) {
        let input = Array(input.prefix(Self.sizeLimit))
        switch self {
        case .json: try Self.checkJSON(input)
        case .path: try Self.checkPath(input)
        case .schema: try Self.checkSchema(input)
        case .yaml: try Self.checkYAML(String(decoding: input, as: UTF8.self))
        case .contract: try Self.checkContract(String(decoding: input, as: UTF8.self))
        case .scenarios: try Self.checkScenarios(String(decoding: input, as: UTF8.self))
        }
    }

    /// Makes a finding of a promise that does not hold.
    static func require(_ holds: Bool, _ promise: @autoclosure () -> String) throws(FuzzFinding) {
        guard holds else { throw FuzzFinding(promise()) }
    }
}

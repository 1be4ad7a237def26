import JSON
import SeamContract

/// The places in answers of an operation whose values a contract lists, and the type of an error, which no contract lists
/// though clients decide by it.
struct Enumerations {
    private let responses: [OperationOutline.Response]

    /// The enumerations of an operation; only that of errors when the contract can't tell them, which its lint says.
    ///
    /// - Parameters:
    ///   - path: the path of the operation.
    ///   - contract: the contract.
    init(of path: String, in contract: Contract) {
        let outline = contract[path].flatMap { operation in try? contract.outline(of: operation) }
        responses = outline?.responses ?? []
    }

    /// The places for a status, as JSON Pointers in which items are `*`.
    ///
    /// - Parameter status: the status.
    /// - Returns: the places.
    func places(for status: Int) -> Set<String> {
        let response =
            responses.first { $0.status == "\(status)" }
            ?? responses.first { $0.status.uppercased() == "\(status / 100)XX" }
            ?? responses.first { $0.status == "default" }
        return Set(response?.body?.enumerationPlaces ?? []).union(["/error/type"])
    }
}

import JSON
import SeamContract

/// What the contract says is in the successful answers of operations.
struct AnswerOutlines: Sendable {
    private let contract: Contract

    /// The outlines of a contract.
    init(of contract: Contract) {
        self.contract = contract
    }

    /// A member that is asked for and that no successful answer of an operation has.
    struct Stranger {
        /// Its name.
        let name: String
        /// The members that are there in its place.
        let known: [String]
    }

    /// The first member on the way of a path that a successful answer of an operation does not have; nil when all are there,
    /// or when the contract does not say.
    ///
    /// The `error` of a refusal is no stranger.
    /// - Parameters:
    ///   - path: the path into the answer.
    ///   - operation: the operation.
    /// - Returns: the member.
    func stranger(on path: JSONPath, in operation: Contract.Operation) -> Stranger? {
        let steps = path.leadingSteps
        guard steps.first != .member("error"), var value = outline(of: operation) else { return nil }
        for step in steps {
            switch step {
            case .member(let name):
                let members = value.allMembers
                guard !members.isEmpty, !value.isOpen else { return nil }
                guard let member = members.first(where: { $0.name == name }) else {
                    return Stranger(name: name, known: members.map(\.name))
                }
                value = member.value
            case .items:
                guard let items = value.items.first else { return nil }
                value = items
            }
        }
        return nil
    }

    /// The outline of a successful answer; nil when the contract has none.
    private func outline(of operation: Contract.Operation) -> ValueOutline? {
        let responses = (try? contract.outline(of: operation))?.responses ?? []
        return responses.first { $0.status.hasPrefix("2") }?.body
    }
}

extension ValueOutline {
    /// The members in every form that the value may have.
    fileprivate var allMembers: [FieldOutline] {
        members + variants.flatMap(\.value.allMembers)
    }

    /// Whether it, or one of its forms, may have members that are not told.
    fileprivate var isOpen: Bool {
        isCut || variants.contains { $0.value.isOpen || $0.value.allMembers.isEmpty }
    }
}

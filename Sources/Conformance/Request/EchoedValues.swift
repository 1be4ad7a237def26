import JSON

/// The ids and instants that an endpoint gave in its answers, which may have another form than the contract wants.
///
/// What is wrong with them is told where they were given; that they are sent back is not our fault.
struct EchoedValues: Sendable {
    private let texts: Set<String>

    /// The texts in what was saved of answers.
    ///
    /// - Parameter saved: the saved values.
    init(_ saved: [JSONValue]) {
        texts = saved.reduce(into: []) { $1.gatherTexts(into: &$0) }
    }

    /// Whether an endpoint gave a text.
    ///
    /// - Parameter text: the text.
    /// - Returns: true when one of the saved values is it, or holds it.
    func contains(_ text: String) -> Bool { texts.contains(text) }

    /// Parameters in which a value of the right form stands for each id and instant that was given.
    ///
    /// - Parameter parameters: the parameters as they are sent.
    /// - Returns: the parameters to hold against the contract.
    func replaced(in parameters: JSONValue) -> JSONValue {
        guard case .object(var object) = parameters else { return parameters }
        for member in object.members {
            let form = Self.form(of: member.key)
            object[member.key] = form.map { replaced(member.value, by: $0) } ?? replaced(in: member.value)
        }
        return .object(object)
    }

    /// A value, or the items of an array, each as something of that form when it was given.
    private func replaced(_ value: JSONValue, by form: (Int) -> String) -> JSONValue {
        switch value {
        case .string(let text) where texts.contains(text): .string(form(0))
        case .array(let items):
            .array(
                items.enumerated().map { index, item in
                    item.stringValue.map { texts.contains($0) } == true ? .string(form(index)) : item
                }
            )
        default: value
        }
    }

    /// What stands for a parameter of that name, different for each item; nil when it is neither an id nor an instant.
    private static func form(of name: String) -> ((Int) -> String)? {
        if name.hasSuffix("_id") || name.hasSuffix("_ids") {
            return { index in
                "00000000-0000-4000-8000-" + String(repeating: "0", count: 12 - "\(index)".count) + "\(index)"
            }
        }
        return name.hasSuffix("_at") || name.hasSuffix("_before") ? { _ in "2026-08-21T00:00:00Z" } : nil
    }
}

extension JSONValue {
    /// Adds every text in the value.
    fileprivate func gatherTexts(into texts: inout Set<String>) {
        switch self {
        case .string(let text): texts.insert(text)
        case .array(let items): for item in items { item.gatherTexts(into: &texts) }
        case .object(let object): for member in object.members { member.value.gatherTexts(into: &texts) }
        case .null, .bool, .number: break
        }
    }
}

/// Which resources hold a value, such as an e-mail address; values are told apart byte by byte.
struct ValueIndex: Sendable {
    private var holders: [ExactText: [ResourceID]] = [:]

    /// Who holds the value, in the order they took it; empty when nobody does.
    subscript(value: String) -> [ResourceID] {
        holders[ExactText(value)] ?? []
    }

    /// Notes that a resource holds a value; nil is no value.
    mutating func insert(_ value: String?, _ id: ResourceID) {
        guard let value else { return }
        holders[ExactText(value), default: []].append(id)
    }

    /// Notes that a resource no longer holds a value; nil is no value.
    mutating func remove(_ value: String?, _ id: ResourceID) {
        guard let value, var rest = holders[ExactText(value)] else { return }
        rest.removeAll { $0 == id }
        holders[ExactText(value)] = rest.isEmpty ? nil : rest
    }

    /// Notes that a resource holds one value instead of another.
    mutating func replace(_ old: String?, with new: String?, _ id: ResourceID) {
        guard old.map(ExactText.init) != new.map(ExactText.init) else { return }
        remove(old, id)
        insert(new, id)
    }
}

/// A text equal only to one of the same bytes, where Swift's own strings also take composed and decomposed forms for
/// equal (Unicode canonical equivalence).
private struct ExactText: Hashable, Sendable {
    let text: String

    init(_ text: String) {
        self.text = text
    }

    static func == (left: ExactText, right: ExactText) -> Bool {
        left.text.utf8.elementsEqual(right.text.utf8)
    }

    func hash(into hasher: inout Hasher) {
        var text = text
        text.withUTF8 { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
    }
}

/// What an update does to a value: an omitted parameter keeps it, an explicit null clears it.
public enum Edit<Value: Sendable>: Sendable {
    /// Leaves the value as it is.
    case keep
    /// Takes the value away.
    case clear
    /// Puts this value in its place.
    case set(Value)

    /// The value afterwards.
    ///
    /// - Parameter old: the value before.
    /// - Returns: the value afterwards; nil when there is none.
    func applied(to old: Value?) -> Value? {
        switch self {
        case .keep: old
        case .clear: nil
        case .set(let value): value
        }
    }
}

extension Edit: Equatable where Value: Equatable {}

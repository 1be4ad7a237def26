extension String {
    /// Whether both have the same Unicode scalars; Swift's `==` also takes composed and decomposed forms for equal.
    func hasSameScalars(as other: String) -> Bool {
        guard utf8.count == other.utf8.count else { return false }
        let areSame = utf8.withContiguousStorageIfAvailable { left in
            other.utf8.withContiguousStorageIfAvailable { right in
                JSONBytes.equal(UnsafeRawBufferPointer(left), 0, UnsafeRawBufferPointer(right), 0, count: left.count)
            }
        }
        if let areSame, let areSame { return areSame }
        return utf8.elementsEqual(other.utf8)
    }

    /// Feeds the Unicode scalars.
    func hashScalars(into hasher: inout Hasher) {
        let isFed: Void? = utf8.withContiguousStorageIfAvailable { hasher.combine(bytes: UnsafeRawBufferPointer($0)) }
        if isFed == nil { hasher.combine(Array(utf8)) }
    }
}

extension JSONObject.Member: Hashable {
    /// Whether both have the same name and value.
    public static func == (left: JSONObject.Member, right: JSONObject.Member) -> Bool {
        left.key.hasSameScalars(as: right.key) && left.value == right.value
    }

    /// Feeds the name and the value.
    public func hash(into hasher: inout Hasher) {
        key.hashScalars(into: &hasher)
        hasher.combine(value)
    }
}

extension JSONObject: Hashable {
    /// Whether both have the same members, in any order.
    public static func == (left: JSONObject, right: JSONObject) -> Bool {
        guard left.count == right.count else { return false }
        for place in left.indices {
            let member = left[place]
            if member.key.hasSameScalars(as: right[place].key) {
                guard member.value == right[place].value else { return false }
            } else {
                guard let value = right[member.key], member.value == value else { return false }
            }
        }
        return true
    }

    /// Feeds the members, regardless of their order.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(reduce(0) { $0 &+ $1.hashValue })
    }
}

extension JSONValue: Hashable {
    /// Whether both are the same JSON value.
    public static func == (left: JSONValue, right: JSONValue) -> Bool {
        switch (left, right) {
        case (.null, .null): true
        case (.bool(let left), .bool(let right)): left == right
        case (.number(let left), .number(let right)): left == right
        case (.string(let left), .string(let right)): left.hasSameScalars(as: right)
        case (.array(let left), .array(let right)): left == right
        case (.object(let left), .object(let right)): left == right
        default: false
        }
    }

    /// Feeds the value.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(kind)
        switch self {
        case .null: break
        case .bool(let value): hasher.combine(value)
        case .number(let value): hasher.combine(value)
        case .string(let value): value.hashScalars(into: &hasher)
        case .array(let items): hasher.combine(items)
        case .object(let object): hasher.combine(object)
        }
    }
}

/// The members of a JSON object in the order they were written; no two have the same name.
public struct JSONObject: Sendable {
    /// One member: a name and its value.
    public struct Member: Sendable, Hashable {
        /// The name.
        public let key: String
        /// The value.
        public var value: JSONValue

        /// A member.
        ///
        /// - Parameters:
        ///   - key: the name.
        ///   - value: the value.
        public init(key: String, value: JSONValue) {
            self.key = key
            self.value = value
        }
    }

    /// The members, in the order they were written.
    public private(set) var members: [Member]

    /// An object without members.
    public init() {
        members = []
    }

    /// An object whose members are known to have different names.
    ///
    /// - Parameter members: the members, no two with the same name.
    package init(uniqueMembers members: [Member]) {
        self.members = members
    }

    /// The value of the member of that name; nil when there is none.
    ///
    /// Setting replaces the value in its place, appends a new member, or (with nil) removes it.
    /// - Parameter key: the name, compared scalar by scalar.
    public subscript(key: String) -> JSONValue? {
        get {
            index(of: key).map { members[$0].value }
        }
        set {
            switch (index(of: key), newValue) {
            case (let index?, let value?): members[index].value = value
            case (nil, let value?): members.append(Member(key: key, value: value))
            case (let index?, nil): members.remove(at: index)
            case (nil, nil): break
            }
        }
    }

    /// The names, in the order they were written.
    public var keys: [String] {
        members.map(\.key)
    }

    /// Where the member of that name stands; nil when there is none.
    private func index(of key: String) -> Int? {
        members.firstIndex { $0.key.utf8.elementsEqual(key.utf8) }
    }
}

extension JSONObject: RandomAccessCollection {
    /// The place of the first member.
    public var startIndex: Int { 0 }
    /// The place behind the last member.
    public var endIndex: Int { members.count }
    /// The member at that place.
    public subscript(position: Int) -> Member { members[position] }
}

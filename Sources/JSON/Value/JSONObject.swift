/// The members of a JSON object in the order they were written; no two have the same name.
public struct JSONObject: Sendable {
    /// One member: a name and its value.
    public struct Member: Sendable {
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
    private var places: JSONMemberIndex

    /// An object without members.
    public init() {
        members = []
        places = JSONMemberIndex()
    }

    /// An object whose members are known to have different names.
    ///
    /// - Parameter members: the members, no two with the same name.
    package init(uniqueMembers members: [Member]) {
        self.members = members
        places = JSONMemberIndex(of: members)
    }

    /// The value of the member of that name; nil when there is none.
    ///
    /// Setting replaces the value in its place, appends a new member, or (with nil) removes it.
    /// - Parameter key: the name, compared scalar by scalar.
    public subscript(key: String) -> JSONValue? {
        get {
            places.place(of: key, in: members).map { members[$0].value }
        }
        set {
            switch (places.place(of: key, in: members), newValue) {
            case (let place?, let value?):
                members[place].value = value
            case (nil, let value?):
                members.append(Member(key: key, value: value))
                places.noteAppended(to: members)
            case (let place?, nil):
                members.remove(at: place)
                places = JSONMemberIndex(of: members)
            case (nil, nil):
                break
            }
        }
    }

    /// The names, in the order they were written.
    public var keys: [String] {
        members.map(\.key)
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

extension JSONObject: ExpressibleByDictionaryLiteral {
    /// An object with these members, in this order; of two with one name the last counts, in the place of the first.
    public init(dictionaryLiteral elements: (String, JSONValue)...) {
        self.init()
        for (key, value) in elements {
            self[key] = value
        }
    }
}

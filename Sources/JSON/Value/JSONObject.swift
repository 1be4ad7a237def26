/// The members of a JSON object in the order they were written; no two have the same name.
///
/// Names and values are kept apart: the objects of one text that have the same names, such as the items of a list, share
/// them.
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
        @inlinable
        public init(key: String, value: JSONValue) {
            self.key = key
            self.value = value
        }
    }

    /// The names, in the order they were written.
    public private(set) var keys: [String]
    /// The values, in the order of the names.
    public private(set) var values: [JSONValue]
    private var places: JSONNameIndex

    /// An object without members.
    public init() {
        keys = []
        values = []
        places = JSONNameIndex()
    }

    /// An object whose members are known to have different names.
    ///
    /// - Parameter members: the members, no two with the same name.
    package init(uniqueMembers members: [Member]) {
        keys = members.map(\.key)
        values = members.map(\.value)
        places = JSONNameIndex(of: keys)
    }

    /// An object of names that others may have, too.
    ///
    /// - Parameters:
    ///   - keys: the names, all different.
    ///   - places: where they stand.
    ///   - values: as many values.
    @inline(__always)
    init(keys: [String], places: JSONNameIndex, values: [JSONValue]) {
        self.keys = keys
        self.places = places
        self.values = values
    }

    /// Where the member of that name stands; nil when there is none.
    func place(of key: String) -> Int? { places.place(of: key, in: keys) }

    /// The members, in the order they were written.
    public var members: [Member] { Array(self) }

    /// The value of the member of that name; nil when there is none.
    ///
    /// Setting replaces the value in its place, appends a new member, or (with nil) removes it.
    /// - Parameter key: the name, compared scalar by scalar.
    public subscript(key: String) -> JSONValue? {
        get {
            place(of: key).map { values[$0] }
        }
        set {
            switch (place(of: key), newValue) {
            case (let place?, let value?):
                values[place] = value
            case (nil, let value?):
                keys.append(key)
                values.append(value)
                places.noteAppended(to: keys)
            case (let place?, nil):
                keys.remove(at: place)
                values.remove(at: place)
                places = JSONNameIndex(of: keys)
            case (nil, nil):
                break
            }
        }
    }
}

extension JSONObject: RandomAccessCollection {
    /// The place of the first member.
    @inlinable public var startIndex: Int { 0 }
    /// The place behind the last member.
    @inlinable public var endIndex: Int { keys.count }
    /// The member at that place.
    @inlinable public subscript(position: Int) -> Member { Member(key: keys[position], value: values[position]) }
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

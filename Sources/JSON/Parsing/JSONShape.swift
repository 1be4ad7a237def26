/// The names that objects of one text have in the same order, shared by these objects.
struct JSONShape {
    /// The names, each once.
    let keys: [String]
    /// Where they stand.
    let places: JSONNameIndex
    /// For each member as it was written, the place of its name in `keys`; empty when no name was repeated.
    let repetition: [Int]

    /// A shape of different names.
    ///
    /// - Parameter keys: the names.
    init(keys: [String]) {
        self.keys = keys
        places = JSONNameIndex(of: keys)
        repetition = []
    }

    /// A shape of names of which some are repeated.
    ///
    /// - Parameter names: the names as they were written.
    init(repeatedKeys names: [String]) {
        var kept = JSONObject()
        repetition = names.map { name in
            kept[name] = .null
            return kept.place(of: name) ?? 0
        }
        keys = kept.keys
        places = JSONNameIndex(of: keys)
    }

    /// Whether a name was repeated.
    @inline(__always)
    var repeatsNames: Bool { !repetition.isEmpty }

    /// The object of these names.
    ///
    /// - Parameter values: the values of the members as they were written; of those with one name the last one counts.
    /// - Returns: the object.
    @inline(__always)
    func object(of values: [JSONValue]) -> JSONObject {
        JSONObject(keys: keys, places: places, values: repeatsNames ? lastOfEachName(values) : values)
    }

    private func lastOfEachName(_ values: [JSONValue]) -> [JSONValue] {
        var kept = [JSONValue](repeating: .null, count: keys.count)
        for (place, value) in zip(repetition, values) {
            kept[place] = value
        }
        return kept
    }
}

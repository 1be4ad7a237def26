import JSON
import YAMLSource

/// The names that templates can use at a point of a case or block, and what is known of them before the run.
struct Names {
    /// What is known of a name.
    enum Knowledge {
        /// The value, whatever happens in the run.
        case fixed(JSONValue)
        /// Nothing: it is worked out in the run.
        case open
        /// Whatever a use of the block gives: a block that is checked on its own.
        case parameter
    }

    /// The names.
    private(set) var known: [String: Knowledge] = [:]
    /// The names that some template used.
    private(set) var used: Set<String> = []

    /// Adds a name, in place of the one there.
    mutating func add(_ name: String, _ knowledge: Knowledge = .open) {
        known[name] = knowledge
    }

    /// Takes a name away.
    mutating func remove(_ name: String) {
        known[name] = nil
    }

    /// Marks a name as used; false when there is none.
    mutating func use(_ name: String) -> Bool {
        used.insert(name)
        return known[name] != nil
    }

    /// Marks names as used that were so before.
    mutating func formUsed(_ names: Set<String>) {
        used.formUnion(names)
    }

    /// What to write instead of a name that is not known.
    func suggestion(for name: String) -> String {
        let always = ["now"] + UniqueValue.allCases.map { "unique.\($0.rawValue)" }
        return Suggestion.text(for: name, among: known.keys.sorted() + always)
    }
}

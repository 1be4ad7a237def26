/// What stands between `${` and `}`: where a value comes from, and what is done to it.
struct Expression: Sendable, Hashable {
    /// Where the value comes from.
    let source: Source
    /// What is done to it, in order.
    let filters: [Filter]

    /// Where a value comes from.
    enum Source: Sendable, Hashable {
        /// A parameter, value or saved value, or a part of it: member names and item indices, outermost first.
        case name(String, members: [String])
        /// A fresh value of this kind at each evaluation.
        case unique(UniqueValue)
        /// What the run names by hand.
        case fixture(RunFixtures.Reference)
        /// The clock, as ISO 8601 in UTC with milliseconds.
        case now
    }

    /// What is done to a value.
    enum Filter: Sendable, Hashable {
        /// All letters in upper case, or lower case.
        case upper, lower
        /// The number of Unicode scalars, items or members.
        case length
        /// Text so many times over.
        case repeated(Int)
        /// The first, or last, so many Unicode scalars or items.
        case first(Int), last(Int)
        /// A date-time that much later; negative for earlier.
        case plus(Duration)
    }
}

/// The kinds of value that differ at each evaluation, and again in each run.
enum UniqueValue: String, Sendable, Hashable, CaseIterable {
    /// An e-mail address, a telephone number in E.164 form, a key, a UUID (version 4), a person's name.
    case email, phone, key, uuid, name
}

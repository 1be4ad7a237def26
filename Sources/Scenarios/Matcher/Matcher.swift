/// What a value must be like.
///
/// All but `absent` and `any-of` also ask that the value exists.
public indirect enum Matcher: Sendable {
    /// All hold.
    case all([Matcher])
    /// At least one holds.
    case anyOf([Matcher])
    /// This does not hold.
    case not(Matcher)
    /// Equal as JSON.
    case equals(TemplatedValue)
    /// One of these types.
    case type([ValueType])
    /// Text in this format.
    case format(String)
    /// Text in which this regular expression is found.
    case pattern(Template)
    /// Text that starts so.
    case startsWith(Template)
    /// A number, or a date-time as an instant, in this relation to another.
    case compared(Relation, TemplatedValue)
    /// A date-time of the same instant, whatever its offset.
    case sameInstant(TemplatedValue)
    /// A date-time at most this far from another.
    case near(TemplatedValue, within: Duration)
    /// So many items, members or Unicode scalars.
    case count(CountRange)
    /// An array with such an item, an object with such a member name, or text with this in it.
    case contains(Matcher)
    /// Equal to another part of the same answer.
    case sameAs(Reference)
    /// There is no value.
    case absent
    /// There is a value, be it null.
    case present
    /// An array with exactly these items in any order.
    case setEquals(TemplatedValue)
    /// An array of which each item is so.
    case each(Matcher)
    /// An array of which no item is so.
    case none(Matcher)
    /// An array without equal items.
    case unique

    /// The types of JSON Schema.
    public enum ValueType: String, Sendable, Hashable, CaseIterable {
        /// One of the seven types; an integer is a number without a fraction.
        case string, number, integer, boolean, array, object, null
    }

    /// How two values compare.
    public enum Relation: String, Sendable, Hashable, CaseIterable {
        /// Greater, not equal.
        case greaterThan = "greater-than"
        /// Greater or equal.
        case atLeast = "at-least"
        /// Less, not equal.
        case lessThan = "less-than"
        /// Less or equal.
        case atMost = "at-most"
    }
}

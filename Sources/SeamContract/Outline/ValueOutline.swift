public import JSON

/// What a schema says of a value, as a person wants to read it.
///
/// What a reference or `allOf` brings in is part of it; it does not hold every keyword.
public struct ValueOutline: Sendable, Hashable {
    /// One of several forms that a value may have.
    public struct Variant: Sendable, Hashable {
        /// What tells the form from others: values of a discriminator or the name of a component; empty when nothing does.
        public let label: String
        /// The form.
        public let value: ValueOutline
    }

    /// The JSON types but `null`, as the document writes them; empty when it names none.
    public internal(set) var types: [String] = []
    /// Whether `null` is allowed.
    public internal(set) var isNullable = false
    /// The format, such as `uuid`; nil when there is none.
    public internal(set) var format: String?
    /// The values that are allowed, in their order; empty when any is.
    public internal(set) var choices: [JSONValue] = []
    /// What stands for a missing value; nil when nothing does.
    public internal(set) var defaultValue: JSONValue?
    /// Bounds of numbers, lengths and counts, in words such as `> 0` or `1 to 20 characters`.
    public internal(set) var limits: [String] = []
    /// What the document says of it; nil when it says nothing.
    public internal(set) var text: String?
    /// Whether it should no longer be used.
    public internal(set) var isDeprecated = false
    /// The members of an object, in the order of the document.
    public internal(set) var members: [FieldOutline] = []
    /// What the items of an array are: one outline, or none when the document does not say.
    public internal(set) var items: [ValueOutline] = []
    /// The forms that the value may have; empty when there is one alone.
    public internal(set) var variants: [Variant] = []
    /// The sets of members of which one must be there; empty when there is no such choice.
    public internal(set) var neededSets: [[String]] = []
    /// The names of the component schemas that it is made of; those of its parts are in ``allComponents``.
    public internal(set) var components: Set<String> = []
    /// Whether its parts are left out, because they are those of a value around it or too many.
    public internal(set) var isCut = false
}

/// A member of an object, or a parameter of an operation.
public struct FieldOutline: Sendable, Hashable {
    /// The name.
    public let name: String
    /// Whether it must be there.
    public let isRequired: Bool
    /// What it holds.
    public let value: ValueOutline
}

extension ValueOutline {
    /// What values of this sort have in common, whatever they are allowed to be: types, format and parts alone.
    package var general: ValueOutline {
        var general = ValueOutline()
        general.types = types
        general.format = format
        general.members = members
        general.items = items
        general.variants = variants
        return general
    }
}

extension FieldOutline {
    /// A field.
    ///
    /// - Parameters:
    ///   - name: the name.
    ///   - isRequired: whether it must be there.
    ///   - value: what it holds.
    package init(_ name: String, isRequired: Bool, value: ValueOutline) {
        self.init(name: name, isRequired: isRequired, value: value)
    }
}

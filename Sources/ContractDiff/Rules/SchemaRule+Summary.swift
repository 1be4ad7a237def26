extension SchemaRule {
    /// What it says, for the table of rules.
    ///
    /// - Parameter direction: which way the values go.
    /// - Returns: a sentence without a full stop.
    func summary(in direction: Direction) -> String {
        let message = direction.message
        let property = direction == .request ? "property or parameter" : "property or header"
        return switch self {
        case .propertyAdded: "\(message) may hold a \(property) that is new"
        case .propertyRemoved: "\(message) no longer holds an optional \(property)"
        case .propertyAddedToClosed:
            "\(message) may hold a \(property) that is new, where those that are not listed were forbidden"
        case .propertyRemovedFromClosed:
            "\(message) no longer holds a \(property), and those that are not listed are forbidden"
        case .requiredPropertyAdded: "\(message) must hold a \(property) that is new"
        case .requiredPropertyRemoved: "\(message) no longer holds a \(property) that was required"
        case .propertyBecameRequired: "\(message) must hold a \(property) that was optional"
        case .propertyBecameOptional: "\(message) may lack a \(property) that was required"
        case .propertyDeprecated: "a \(property) of \(message) is marked as deprecated"
        case .propertyReinstated: "a \(property) of \(message) is no longer marked as deprecated"
        case .additionalPropertiesRestricted: "properties of \(message) that are not listed are forbidden or restricted"
        case .additionalPropertiesOpened: "properties of \(message) that are not listed are allowed or less restricted"
        case .typeChanged: "a value of \(message) has another type"
        case .typeNarrowed: "a value of \(message) has fewer types"
        case .typeWidened: "a value of \(message) has more types"
        case .nullForbidden: "a value of \(message) may no longer be null"
        case .nullAllowed: "a value of \(message) may be null"
        case .enumValueAdded: "a listed value of \(message) is new"
        case .enumValueRemoved: "a listed value of \(message) is gone"
        case .enumAdded: "a value of \(message) must be one of a list, where any was allowed"
        case .enumRemoved: "a value of \(message) may be any, where it had to be one of a list"
        case .defaultAdded: "a value of \(message) has a default"
        case .defaultRemoved: "a value of \(message) has no default any more"
        case .defaultChanged: "a value of \(message) has another default"
        case .patternAdded: "a string of \(message) must fit a pattern"
        case .patternRemoved: "a string of \(message) need not fit a pattern any more"
        case .patternChanged: "a string of \(message) must fit another pattern"
        case .formatAdded: "a value of \(message) must have a format"
        case .formatRemoved: "a value of \(message) need not have a format any more"
        case .formatChanged: "a value of \(message) has another format"
        case .lengthTightened: "`minLength` is higher or `maxLength` lower in \(message)"
        case .lengthLoosened: "`minLength` is lower or `maxLength` higher in \(message)"
        case .rangeTightened: "a number of \(message) has narrower bounds or a coarser `multipleOf`"
        case .rangeLoosened: "a number of \(message) has wider bounds or a finer `multipleOf`"
        case .sizeTightened: "an array or object of \(message) has narrower bounds of its size, or unique items"
        case .sizeLoosened: "an array or object of \(message) has wider bounds of its size, or repeated items"
        case .branchAdded: "a branch of a `oneOf` or `anyOf` of \(message) is new"
        case .branchRemoved: "a branch of a `oneOf` or `anyOf` of \(message) is gone"
        case .alternativesTightened: "a `oneOf` or `anyOf` is new in \(message), or must now fit exactly once"
        case .alternativesLoosened: "a `oneOf` or `anyOf` is gone from \(message), or may now fit more than once"
        case .discriminatorChanged: "a `discriminator` of \(message) is added, removed or names another property"
        case .discriminatorValueAdded: "a `discriminator` of \(message) maps one more value to a known branch"
        case .discriminatorValueRemoved: "a `discriminator` of \(message) maps one value less to a known branch"
        case .constraintAdded: "another keyword is new in \(message), such as `not`, `if` or `contains`"
        case .constraintRemoved: "another keyword is gone from \(message), such as `not`, `if` or `contains`"
        case .constraintChanged: "another keyword has changed in \(message), such as `not` or `if`"
        case .descriptionChanged: "a title, description or example of \(message) has changed"
        }
    }
}

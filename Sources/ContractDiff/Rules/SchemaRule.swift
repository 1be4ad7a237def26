/// A way in which a schema can change; with the direction that its values go it is one rule.
enum SchemaRule: String, Sendable, Hashable, CaseIterable {
    case propertyAdded = "property-added"
    case propertyRemoved = "property-removed"
    case propertyAddedToClosed = "property-added-to-closed"
    case propertyRemovedFromClosed = "property-removed-from-closed"
    case requiredPropertyAdded = "required-property-added"
    case requiredPropertyRemoved = "required-property-removed"
    case propertyBecameRequired = "property-became-required"
    case propertyBecameOptional = "property-became-optional"
    case propertyDeprecated = "property-deprecated"
    case propertyReinstated = "property-reinstated"
    case additionalPropertiesRestricted = "additional-properties-restricted"
    case additionalPropertiesOpened = "additional-properties-opened"
    case typeChanged = "type-changed"
    case typeNarrowed = "type-narrowed"
    case typeWidened = "type-widened"
    case nullForbidden = "null-forbidden"
    case nullAllowed = "null-allowed"
    case enumValueAdded = "enum-value-added"
    case enumValueRemoved = "enum-value-removed"
    case enumAdded = "enum-added"
    case enumRemoved = "enum-removed"
    case defaultAdded = "default-added"
    case defaultRemoved = "default-removed"
    case defaultChanged = "default-changed"
    case patternAdded = "pattern-added"
    case patternRemoved = "pattern-removed"
    case patternChanged = "pattern-changed"
    case formatAdded = "format-added"
    case formatRemoved = "format-removed"
    case formatChanged = "format-changed"
    case lengthTightened = "length-tightened"
    case lengthLoosened = "length-loosened"
    case rangeTightened = "range-tightened"
    case rangeLoosened = "range-loosened"
    case sizeTightened = "size-tightened"
    case sizeLoosened = "size-loosened"
    case branchAdded = "branch-added"
    case branchRemoved = "branch-removed"
    case alternativesTightened = "alternatives-tightened"
    case alternativesLoosened = "alternatives-loosened"
    case discriminatorChanged = "discriminator-changed"
    case discriminatorValueAdded = "discriminator-value-added"
    case discriminatorValueRemoved = "discriminator-value-removed"
    case constraintAdded = "constraint-added"
    case constraintRemoved = "constraint-removed"
    case constraintChanged = "constraint-changed"
    case descriptionChanged = "description-changed"
}

extension SchemaRule {
    /// What it does to the values that are allowed.
    ///
    /// A property that is added or removed counts as a change of what both sides know to be there, although a schema that
    /// leaves other properties open allows it before and after.
    var effect: Effect {
        switch self {
        case .propertyRemoved, .propertyRemovedFromClosed, .requiredPropertyRemoved, .propertyBecameRequired,
            .requiredPropertyAdded, .additionalPropertiesRestricted, .typeNarrowed, .nullForbidden, .enumValueRemoved,
            .enumAdded, .patternAdded, .formatAdded, .lengthTightened, .rangeTightened, .sizeTightened, .branchRemoved,
            .alternativesTightened, .discriminatorValueRemoved, .constraintAdded:
            .narrows
        case .propertyAdded, .propertyAddedToClosed, .additionalPropertiesOpened, .enumValueAdded, .enumRemoved,
            .patternRemoved, .formatRemoved, .lengthLoosened, .rangeLoosened, .sizeLoosened, .branchAdded,
            .alternativesLoosened, .discriminatorValueAdded, .constraintRemoved:
            .widens
        case .propertyBecameOptional, .typeWidened, .nullAllowed: .widensKind
        case .typeChanged, .formatChanged: .replaces
        case .patternChanged, .discriminatorChanged, .constraintChanged: .isUnclear
        case .propertyDeprecated, .propertyReinstated, .defaultAdded, .defaultRemoved, .defaultChanged,
            .descriptionChanged:
            .annotates
        }
    }

    /// How bad it is for both sides: what the effect says, unless there is more to it.
    ///
    /// - Parameter direction: which way the values go.
    /// - Returns: the impact.
    func impact(in direction: Direction) -> Impact {
        exception(in: direction) ?? effect.impact(in: direction)
    }

    /// The impact where the effect on the allowed values says too little; nil where it says all.
    private func exception(in direction: Direction) -> Impact? {
        switch (self, direction) {
        // An endpoint that does not know the property may ignore it.
        case (.propertyAdded, .request): Impact(client: .harmless, vendor: .risky)
        // A client passes over what it does not know, and need not be sent what is optional.
        case (.propertyAdded, .response): Impact(client: .harmless, vendor: .harmless)
        // What the client asks for is no longer done; an endpoint may go on taking it.
        case (.propertyRemoved, .request), (.propertyRemovedFromClosed, .request):
            Impact(client: .breaking, vendor: .harmless)
        // The same, and the old endpoint refuses those who leave it out.
        case (.requiredPropertyRemoved, .request): Impact(client: .breaking, vendor: .breaking)
        // A client misses it; an endpoint may go on sending it unless that is forbidden.
        case (.propertyRemoved, .response), (.requiredPropertyRemoved, .response):
            Impact(client: .breaking, vendor: .risky)
        // The same, and the endpoint must not go on sending it.
        case (.propertyRemovedFromClosed, .response): Impact(client: .breaking, vendor: .breaking)
        // A client that keeps to the documented properties is not concerned.
        case (.additionalPropertiesRestricted, .request): Impact(client: .risky, vendor: .risky)
        // The same request means something else than before, or than the endpoint takes it for.
        case (.defaultAdded, .request): Impact(client: .risky, vendor: .risky)
        case (.defaultRemoved, .request): Impact(client: .risky, vendor: .harmless)
        case (.defaultChanged, .request): Impact(client: .risky, vendor: .breaking)
        default: nil
        }
    }

    /// The rule that the same change is under when old and new change places.
    var mirror: SchemaRule {
        Self.mirrors[self] ?? self
    }

    /// Every rule that has another as its mirror.
    private static let mirrors: [SchemaRule: SchemaRule] = {
        let pairs: [(SchemaRule, SchemaRule)] = [
            (.propertyAdded, .propertyRemoved),
            (.propertyAddedToClosed, .propertyRemovedFromClosed),
            (.requiredPropertyAdded, .requiredPropertyRemoved),
            (.propertyBecameRequired, .propertyBecameOptional),
            (.propertyDeprecated, .propertyReinstated),
            (.additionalPropertiesRestricted, .additionalPropertiesOpened),
            (.typeNarrowed, .typeWidened),
            (.nullForbidden, .nullAllowed),
            (.enumValueAdded, .enumValueRemoved),
            (.enumAdded, .enumRemoved),
            (.defaultAdded, .defaultRemoved),
            (.patternAdded, .patternRemoved),
            (.formatAdded, .formatRemoved),
            (.lengthTightened, .lengthLoosened),
            (.rangeTightened, .rangeLoosened),
            (.sizeTightened, .sizeLoosened),
            (.branchAdded, .branchRemoved),
            (.alternativesTightened, .alternativesLoosened),
            (.discriminatorValueAdded, .discriminatorValueRemoved),
            (.constraintAdded, .constraintRemoved),
        ]
        return Dictionary(uniqueKeysWithValues: pairs + pairs.map { ($1, $0) })
    }()
}

import JSON
import JSONSchema

/// Collects the parameters of an operation from its request bodies and its query.
struct ParameterReader {
    /// The parameters found so far; of two with one name the first counts.
    private(set) var types: [String: Contract.ParameterType] = [:]
    /// Whether a call needs some parameter.
    private(set) var requiresSome = false
    /// The parameters of which is known how they are written in a query.
    private var styledNames: Set<String> = []
    /// The schemas whose properties were read, by their places.
    private var readPlaces: Set<SchemaPlace> = []
    /// What schemas say of a parameter, so that a schema that many refer to is read once.
    private var typesByPlace: [TypePlace: Contract.ParameterType] = [:]
    /// Whether a schema requires something, by its place; false while that is being found out.
    private var requiringPlaces: [SchemaPlace: Bool] = [:]

    /// Reads the parameters that a request body holds.
    ///
    /// - Parameters:
    ///   - schema: the schema of the body; nil reads nothing.
    ///   - budget: how many schemas may be looked at.
    /// - Throws: ``DocumentFault`` when a reference leads nowhere, or the budget is spent.
    mutating func read(
        bodySchema schema: DocumentPart?,
        within budget: inout CombinationBudget
    ) throws(DocumentFault) {
        guard let schema else { return }
        try readProperties(of: schema, within: &budget)
        if try isRequiringSome(schema, within: &budget) { requiresSome = true }
    }

    /// Reads the parameters of a query.
    ///
    /// - Parameters:
    ///   - parameters: Parameter Objects; those that do not stand in the query are passed over.
    ///   - budget: how many schemas may be looked at.
    /// - Throws: ``DocumentFault`` when a reference leads nowhere, a parameter has no name, or the budget is spent.
    mutating func read(
        query parameters: [DocumentPart],
        within budget: inout CombinationBudget
    ) throws(DocumentFault) {
        for parameter in parameters where parameter.value["in"]?.stringValue == "query" {
            guard let name = parameter.value["name"]?.stringValue else {
                throw DocumentFault(message: "a parameter without a name", place: parameter.place)
            }
            if parameter.value["required"]?.boolValue == true { requiresSome = true }
            let content = try OpenAPIReader.jsonContent(of: parameter)
            if let schema = try parameter.schema("schema") ?? content {
                let style = Contract.ParameterStyle(
                    style: parameter.value["style"]?.stringValue,
                    explodes: parameter.value["explode"]?.boolValue,
                    hasContent: content != nil
                )
                try note(name, schema, style: style, within: &budget)
            }
        }
    }

    /// Reads the properties of a schema and of the schemas that it combines, each once.
    private mutating func readProperties(
        of schema: DocumentPart,
        within budget: inout CombinationBudget
    ) throws(DocumentFault) {
        guard readPlaces.insert(schema.place).inserted else { return }
        try budget.enter(schema.place)
        defer { budget.leave() }
        if let target = try schema.referencedSchema() { try readProperties(of: target, within: &budget) }
        if let properties = try schema.member("properties") {
            for name in properties.value.objectValue?.keys ?? [] {
                if let property = try properties.schema(name) { try note(name, property, within: &budget) }
            }
        }
        for keyword in ["allOf", "oneOf", "anyOf"] {
            for branch in try schema.schemas(keyword) {
                try readProperties(of: branch, within: &budget)
            }
        }
    }

    /// Whether a schema refuses an object without members because something is required; each schema is asked once.
    private mutating func isRequiringSome(
        _ schema: DocumentPart,
        within budget: inout CombinationBudget
    ) throws(DocumentFault) -> Bool {
        if let known = requiringPlaces[schema.place] { return known }
        requiringPlaces[schema.place] = false
        try budget.enter(schema.place)
        defer { budget.leave() }
        var isRequiring = schema.value["required"]?.arrayValue?.isEmpty == false
        if let target = try schema.referencedSchema(), try isRequiringSome(target, within: &budget) {
            isRequiring = true
        }
        for branch in try schema.schemas("allOf") where try isRequiringSome(branch, within: &budget) {
            isRequiring = true
        }
        for keyword in ["oneOf", "anyOf"] {
            var branches: [Bool] = []
            for branch in try schema.schemas(keyword) {
                branches.append(try isRequiringSome(branch, within: &budget))
            }
            if !branches.isEmpty, branches.allSatisfy(\.self) { isRequiring = true }
        }
        requiringPlaces[schema.place] = isRequiring
        return isRequiring
    }

    /// Notes a parameter unless it is known.
    private mutating func note(
        _ name: String,
        _ schema: DocumentPart,
        style: Contract.ParameterStyle? = nil,
        within budget: inout CombinationBudget
    ) throws(DocumentFault) {
        if let known = types[name] {
            // A body says nothing of styles, which the query of another method may.
            if let style, styledNames.insert(name).inserted { types[name] = known.written(style) }
            return
        }
        if style != nil { styledNames.insert(name) }
        types[name] = try type(of: schema, style: style ?? .seam, depth: 0, within: &budget)
    }

    /// A schema, and how many parameters it is inside of.
    private struct TypePlace: Hashable {
        let schema: SchemaPlace
        let depth: Int
    }

    /// How deep objects in a query may nest.
    private static let depthLimit = 4

    /// What a schema says of a parameter.
    private mutating func type(
        of schema: DocumentPart,
        style: Contract.ParameterStyle,
        depth: Int,
        within budget: inout CombinationBudget
    ) throws(DocumentFault) -> Contract.ParameterType {
        let place = TypePlace(schema: schema.place, depth: depth)
        if let known = typesByPlace[place] { return known.written(style) }
        let type = try readType(of: schema, style: style, depth: depth, within: &budget)
        typesByPlace[place] = type
        return type
    }

    /// What a schema says of a parameter, worked out.
    private mutating func readType(
        of schema: DocumentPart,
        style: Contract.ParameterStyle,
        depth: Int,
        within budget: inout CombinationBudget
    ) throws(DocumentFault) -> Contract.ParameterType {
        try budget.enter(schema.place)
        defer { budget.leave() }
        let target = schema.value["type"] == nil ? try schema.referencedSchema() : nil
        let (kind, isNullable) = Self.kind(of: target ?? schema)
        let items = try (target ?? schema).schema("items")
        var members: [String: Contract.ParameterType] = [:]
        if kind == .object, depth < Self.depthLimit, let properties = try (target ?? schema).member("properties") {
            for name in properties.value.objectValue?.keys ?? [] {
                guard let property = try properties.schema(name) else { continue }
                members[name] = try type(of: property, style: .seam, depth: depth + 1, within: &budget)
            }
        }
        return Contract.ParameterType(
            kind: kind,
            items: kind == .array ? items.map { Self.kind(of: $0).kind } : nil,
            isNullable: isNullable,
            members: members,
            style: style
        )
    }

    /// The JSON type of a schema, and whether it allows `null` (as OpenAPI 3.0 or 3.1 writes it).
    private static func kind(of schema: DocumentPart) -> (kind: Contract.ParameterType.Kind, isNullable: Bool) {
        let type = schema.value["type"]
        let names = type?.arrayValue?.compactMap(\.stringValue) ?? [type?.stringValue].compactMap(\.self)
        let kinds = names.filter { $0 != "null" }.compactMap(Contract.ParameterType.Kind.init(rawValue:))
        let isNullable = names.contains("null") || schema.value["nullable"]?.boolValue == true
        return (kinds.count == 1 ? kinds[0] : .any, isNullable)
    }
}

extension Contract.ParameterType {
    /// The type, written in a query in another style.
    fileprivate func written(_ style: Contract.ParameterStyle) -> Contract.ParameterType {
        Contract.ParameterType(kind: kind, items: items, isNullable: isNullable, members: members, style: style)
    }
}

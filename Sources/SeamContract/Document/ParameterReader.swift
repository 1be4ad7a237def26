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
    /// Whether a schema requires something, by its place; false while that is being found out.
    private var requiringPlaces: [SchemaPlace: Bool] = [:]

    /// Reads the parameters that a request body holds.
    ///
    /// - Parameter schema: the schema of the body; nil reads nothing.
    /// - Throws: ``DocumentFault`` when a reference leads nowhere.
    mutating func read(bodySchema schema: DocumentPart?) throws(DocumentFault) {
        guard let schema else { return }
        try readProperties(of: schema)
        if try isRequiringSome(schema) { requiresSome = true }
    }

    /// Reads the parameters of a query.
    ///
    /// - Parameter parameters: Parameter Objects; those that do not stand in the query are passed over.
    /// - Throws: ``DocumentFault`` when a reference leads nowhere, or a parameter has no name.
    mutating func read(query parameters: [DocumentPart]) throws(DocumentFault) {
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
                try note(name, schema, style: style)
            }
        }
    }

    /// Reads the properties of a schema and of the schemas that it combines, each once.
    private mutating func readProperties(of schema: DocumentPart) throws(DocumentFault) {
        guard readPlaces.insert(schema.place).inserted else { return }
        if let target = try schema.referencedSchema() { try readProperties(of: target) }
        if let properties = try schema.member("properties") {
            for name in properties.value.objectValue?.keys ?? [] {
                if let property = try properties.schema(name) { try note(name, property) }
            }
        }
        for keyword in ["allOf", "oneOf", "anyOf"] {
            for branch in try schema.schemas(keyword) {
                try readProperties(of: branch)
            }
        }
    }

    /// Whether a schema refuses an object without members because something is required; each schema is asked once.
    private mutating func isRequiringSome(_ schema: DocumentPart) throws(DocumentFault) -> Bool {
        if let known = requiringPlaces[schema.place] { return known }
        requiringPlaces[schema.place] = false
        var isRequiring = schema.value["required"]?.arrayValue?.isEmpty == false
        if let target = try schema.referencedSchema(), try isRequiringSome(target) { isRequiring = true }
        for branch in try schema.schemas("allOf") where try isRequiringSome(branch) {
            isRequiring = true
        }
        for keyword in ["oneOf", "anyOf"] {
            var branches: [Bool] = []
            for branch in try schema.schemas(keyword) {
                branches.append(try isRequiringSome(branch))
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
        style: Contract.ParameterStyle? = nil
    ) throws(DocumentFault) {
        if let known = types[name] {
            // A body says nothing of styles, which the query of another method may.
            if let style, styledNames.insert(name).inserted { types[name] = known.written(style) }
            return
        }
        if style != nil { styledNames.insert(name) }
        types[name] = try Self.type(of: schema, style: style ?? .seam, depth: 0)
    }

    /// How deep objects in a query may nest.
    private static let depthLimit = 4

    /// What a schema says of a parameter.
    private static func type(
        of schema: DocumentPart,
        style: Contract.ParameterStyle,
        depth: Int
    ) throws(DocumentFault) -> Contract.ParameterType {
        let target = schema.value["type"] == nil ? try schema.referencedSchema() : nil
        let (kind, isNullable) = Self.kind(of: target ?? schema)
        let items = try (target ?? schema).schema("items")
        var members: [String: Contract.ParameterType] = [:]
        if kind == .object, depth < depthLimit, let properties = try (target ?? schema).member("properties") {
            for name in properties.value.objectValue?.keys ?? [] {
                guard let property = try properties.schema(name) else { continue }
                members[name] = try type(of: property, style: .seam, depth: depth + 1)
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

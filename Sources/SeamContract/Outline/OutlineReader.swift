import JSON
import JSONSchema

/// Makes outlines of schemas.
struct OutlineReader {
    /// The schemas around the one that is read.
    private var around: [SchemaPlace] = []
    private var memberCount = 0
    /// How many schemas may still be read.
    private var schemasLeft: Int
    private let schemaLimit: Int
    /// How many schemas were read.
    var schemaCount: Int { schemaLimit - schemasLeft }
    /// Whether parts were left out because there are too many.
    private(set) var isCut = false

    /// A reader for the schemas of one operation.
    ///
    /// - Parameter schemaLimit: how many schemas are read at most.
    init(schemaLimit: Int) {
        self.schemaLimit = schemaLimit
        schemasLeft = schemaLimit
    }

    /// What a schema says.
    ///
    /// - Parameter schema: the schema.
    /// - Returns: its outline.
    /// - Throws: ``DocumentFault`` when a reference leads nowhere.
    mutating func outline(of schema: DocumentPart) throws(DocumentFault) -> ValueOutline {
        var outline = ValueOutline()
        let isTooMuch = around.count >= OutlineBounds.depth || memberCount >= OutlineBounds.members
        guard !around.contains(schema.place), !isTooMuch else {
            outline.types = Self.types(of: schema)
            outline.isCut = true
            return outline
        }
        around.append(schema.place)
        defer { around.removeLast() }
        var required: Set<String> = []
        try add(schema, to: &outline, required: &required)
        outline.members = outline.members.map { field in
            FieldOutline(
                name: field.name,
                isRequired: field.isRequired || required.contains(field.name),
                value: field.value
            )
        }
        return outline
    }

    /// Adds what a schema says to an outline.
    private mutating func add(
        _ schema: DocumentPart,
        to outline: inout ValueOutline,
        required: inout Set<String>
    ) throws(DocumentFault) {
        guard schemasLeft > 0, around.count <= OutlineBounds.combinedDepth else {
            outline.isCut = true
            isCut = true
            return
        }
        schemasLeft -= 1
        let tokens = schema.place.pointer.tokens
        if tokens.count == 3, tokens[0] == "components", tokens[1] == "schemas" { outline.components.insert(tokens[2]) }
        if let target = try schema.referencedSchema(), !around.contains(target.place) {
            around.append(target.place)
            defer { around.removeLast() }
            try add(target, to: &outline, required: &required)
        }
        for branch in try schema.schemas("allOf") where !around.contains(branch.place) {
            around.append(branch.place)
            defer { around.removeLast() }
            try add(branch, to: &outline, required: &required)
        }
        outline.addKeywords(of: schema.value)
        if outline.types.isEmpty { outline.types = Self.types(of: schema) }
        required.formUnion((schema.value["required"]?.arrayValue ?? []).compactMap(\.stringValue))
        try addMembers(of: schema, to: &outline)
        if outline.items.isEmpty, let items = try schema.schema("items") {
            outline.items = [try self.outline(of: items)]
        }
        try addVariants(of: schema, to: &outline)
    }

    private mutating func addMembers(
        of schema: DocumentPart,
        to outline: inout ValueOutline
    ) throws(DocumentFault) {
        guard let properties = try schema.member("properties") else { return }
        var known = Set(outline.members.map(\.name))
        for name in properties.value.objectValue?.keys ?? [] {
            let limit = around.count < 3 ? OutlineBounds.topMembers : OutlineBounds.members
            guard memberCount < limit, schemasLeft > 0 else {
                outline.isCut = true
                isCut = true
                return
            }
            guard known.insert(name).inserted, let property = try properties.schema(name) else { continue }
            memberCount += 1
            let value = try self.outline(of: property)
            outline.members.append(FieldOutline(name: name, isRequired: false, value: value))
        }
    }

    /// Adds the branches of `oneOf` and `anyOf`: those that only require something are sets of which one is needed, `null`
    /// is allowed by one, and a form that is left alone is the value itself.
    private mutating func addVariants(
        of schema: DocumentPart,
        to outline: inout ValueOutline
    ) throws(DocumentFault) {
        let branches = try schema.schemas("oneOf") + schema.schemas("anyOf")
        guard !branches.isEmpty else { return }
        let sets = branches.map(\.value.requiredAlone)
        if sets.allSatisfy({ $0 != nil }) {
            outline.neededSets += sets.compactMap(\.self)
            return
        }
        let property = schema.value["discriminator"]?["propertyName"]?.stringValue
        var variants: [ValueOutline.Variant] = []
        for branch in branches {
            if branch.value["type"]?.stringValue == "null" {
                outline.isNullable = true
                continue
            }
            let value = try self.outline(of: branch)
            variants.append(ValueOutline.Variant(label: Self.label(of: branch, value, by: property), value: value))
        }
        if variants.count == 1, outline.types.isEmpty, outline.members.isEmpty, let only = variants.first?.value {
            let isNullable = outline.isNullable || only.isNullable
            let text = outline.text ?? only.text
            outline = only
            (outline.isNullable, outline.text) = (isNullable, text)
        } else {
            outline.variants += variants
        }
    }

    /// What tells a form from the others.
    private static func label(of branch: DocumentPart, _ value: ValueOutline, by property: String?) -> String {
        let deciding = value.members.first { $0.name == property }?.value.choices ?? []
        let values = deciding.compactMap(\.stringValue)
        if let property, !values.isEmpty { return "\(property) \(values.joined(separator: ", "))" }
        let tokens = branch.place.pointer.tokens
        return tokens.count == 3 && tokens[1] == "schemas" ? tokens[2] : ""
    }

    private static func types(of schema: DocumentPart) -> [String] {
        let type = schema.value["type"]
        return (type?.arrayValue?.compactMap(\.stringValue) ?? [type?.stringValue].compactMap(\.self))
            .filter { $0 != "null" }
    }
}

extension JSONValue {
    /// The members that a schema requires when it says nothing else; nil when it does.
    fileprivate var requiredAlone: [String]? {
        guard let object = objectValue, let required = object["required"]?.arrayValue,
            object.keys.allSatisfy({ ["required", "type", "description"].contains($0) })
        else { return nil }
        return required.compactMap(\.stringValue)
    }
}

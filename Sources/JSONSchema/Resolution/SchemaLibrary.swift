import JSON

/// The schema resources of a document and of the remote documents that it refers to.
struct SchemaLibrary: Sendable {
    /// The dialect of all of them.
    let dialect: SchemaDialect
    /// The documents that may be referred to, by URI.
    private let remotes: [String: JSONValue]
    /// Why documents are not among the remotes, by URI.
    private let absences: [String: String]
    /// The resources found so far; the first is the document itself.
    private(set) var resources: [SchemaResource] = []
    /// The numbers of the resources by URI, without fragment.
    private var numbers: [String: Int] = [:]

    /// A library of one document.
    ///
    /// - Parameters:
    ///   - document: the document.
    ///   - dialect: the dialect.
    ///   - baseURI: what the document's references are relative to.
    ///   - remotes: the documents that may be referred to, by URI.
    ///   - absences: why documents are not among the remotes, by URI.
    init(
        document: JSONValue,
        dialect: SchemaDialect,
        baseURI: String,
        remotes: [String: JSONValue],
        absences: [String: String]
    ) {
        self.dialect = dialect
        self.remotes = remotes
        self.absences = absences
        add(document, uri: baseURI, place: SchemaPlace("#"))
    }

    /// The schema that a reference leads to.
    ///
    /// - Parameters:
    ///   - reference: the text of a `$ref`.
    ///   - site: the schema that it stands in.
    ///   - keyword: the keyword that it is the value of.
    /// - Returns: the schema, and the name of the dynamic anchor that has led to it, if one has.
    /// - Throws: `SchemaError` when there is nothing.
    mutating func schema(
        at reference: String,
        from site: SchemaSite,
        keyword: String
    ) throws(SchemaError) -> (site: SchemaSite, dynamicAnchor: String?) {
        let target = URIReference(reference).resolved(against: resources[site.resource].uri)
        guard let number = resource(at: target.document) else {
            let absence = absences[target.document].map { "'\(reference)' can't be followed: \($0)" }
            throw site.error(
                absence
                    ?? "no document for '\(target.document)' (give it to the compiler as a remote, or correct '\(reference)')",
                at: keyword
            )
        }
        let resource = resources[number]
        let root = SchemaSite(value: resource.value, place: resource.place, resource: number)
        guard let fragment = target.decodedFragment else {
            throw site.error("expected UTF-8 behind the '%' in '\(reference)'", at: keyword)
        }
        if fragment.isEmpty { return (root, nil) }
        guard fragment.hasPrefix("/") else {
            guard let anchor = resource.anchors[fragment] else {
                throw site.error("no anchor '\(fragment)' for '\(reference)'", at: keyword)
            }
            return (anchor, resource.dynamicAnchors.contains(fragment) ? fragment : nil)
        }
        guard let found = self.site(at: SchemaPlace("#" + fragment).pointer, from: root) else {
            throw site.error("'\(reference)' leads nowhere (write the place of an existing part)", at: keyword)
        }
        return (found, nil)
    }

    /// What a reference leads to, be it a schema or another part of a document.
    ///
    /// - Parameters:
    ///   - reference: the text of the reference.
    ///   - keyword: the place of the keyword that it is the value of.
    /// - Returns: the part.
    /// - Throws: `SchemaError` when there is nothing.
    mutating func part(at reference: String, from keyword: SchemaPlace) throws(SchemaError) -> SchemaSite {
        var tokens = keyword.pointer.tokens
        let name = tokens.popLast() ?? "$ref"
        let owner = SchemaPlace("\(keyword.document)#\(JSONPointer(tokens: tokens))")
        guard let site = site(at: owner) else { throw SchemaError(at: keyword, "nothing here") }
        return try schema(at: reference, from: site, keyword: name).site
    }

    /// What stands at a place of the document or of a remote; nil when there is nothing.
    mutating func site(at place: SchemaPlace) -> SchemaSite? {
        guard let number = place.document.isEmpty ? 0 : resource(at: place.document) else { return nil }
        let resource = resources[number]
        return site(
            at: place.pointer,
            from: SchemaSite(value: resource.value, place: resource.place, resource: number)
        )
    }

    /// The schema at a pointer below another one, with the resource it belongs to.
    ///
    /// - Returns: the schema; nil when there is nothing.
    func site(at pointer: JSONPointer, from root: SchemaSite) -> SchemaSite? {
        var site = root
        for token in pointer.tokens {
            guard let value = site.value[JSONPointer(tokens: [token])] else { return nil }
            let base = resources[site.resource].uri
            let own = identifier(of: value).flatMap { numbers[URIReference($0).resolved(against: base).document] }
            site = SchemaSite(value: value, place: site.place.appending(token), resource: own ?? site.resource)
        }
        return site
    }

    /// The resource a subschema of a site belongs to: its own when it has a URI, else the site's.
    func child(_ value: JSONValue, at place: SchemaPlace, of site: SchemaSite) -> SchemaSite {
        let base = resources[site.resource].uri
        let own = identifier(of: value).flatMap { numbers[URIReference($0).resolved(against: base).document] }
        return SchemaSite(value: value, place: place, resource: own ?? site.resource)
    }

    /// The number of the resource with that URI, read from the remotes when it is new.
    private mutating func resource(at uri: String) -> Int? {
        if let number = numbers[uri] { return number }
        guard let remote = remotes[uri] ?? remotes[uri + "#"] else { return nil }
        add(remote, uri: uri, place: SchemaPlace(uri + "#"))
        return numbers[uri]
    }

    /// The text of the keyword that gives a schema its URI; nil when it has none, or only an anchor.
    private func identifier(of value: JSONValue) -> String? {
        guard let keyword = dialect.identifierKeyword, case .object(let object) = value,
            case .string(let text)? = object[keyword], !text.hasPrefix("#")
        else { return nil }
        if dialect.ignoresReferenceSiblings, object["$ref"] != nil { return nil }
        return text
    }
}

extension SchemaLibrary {
    /// Adds a document, and every resource and anchor in it.
    private mutating func add(_ document: JSONValue, uri: String, place: SchemaPlace) {
        let number = register(document, uri: URIReference(uri), place: place)
        guard dialect.identifierKeyword != nil else { return }
        let site = SchemaSite(value: document, place: place, resource: number)
        guard document["openapi"] != nil else { return index(site) }
        let components = JSONPointer(tokens: ["components", "schemas"])
        guard case .object(let schemas)? = document[components] else { return }
        let parent = place.appending("components").appending("schemas")
        for schema in schemas {
            index(SchemaSite(value: schema.value, place: parent.appending(schema.key), resource: number))
        }
    }

    /// Adds one resource.
    private mutating func register(_ value: JSONValue, uri: URIReference, place: SchemaPlace) -> Int {
        let number = resources.count
        var resource = SchemaResource(uri: uri, value: value, place: place)
        if case .string(let metaschema)? = value["$schema"], dialect.hasBooleanSchemas,
            let vocabulary = remotes[metaschema]?["$vocabulary"]
        {
            let prefix = "https://json-schema.org/draft/2020-12/vocab/"
            resource.validates = vocabulary[prefix + "validation"] != nil
            resource.assertsFormats = vocabulary[prefix + "format-assertion"] != nil
        }
        resources.append(resource)
        numbers[uri.document] = number
        return number
    }

    /// Notes the URIs and anchors of a schema and of those in it.
    private mutating func index(_ site: SchemaSite) {
        guard case .object(let object) = site.value else { return }
        var site = site
        if let identifier = identifier(of: site.value) {
            let uri = URIReference(identifier).resolved(against: resources[site.resource].uri)
            let isRoot = site.place == resources[site.resource].place
            if isRoot { numbers[uri.document] = site.resource }
            let number = isRoot ? site.resource : register(site.value, uri: uri, place: site.place)
            if isRoot { rename(number, to: uri) }
            site = SchemaSite(value: site.value, place: site.place, resource: number)
        }
        noteAnchors(of: object, site)
        for (value, place) in Self.subschemas(of: object, at: site.place) {
            index(SchemaSite(value: value, place: place, resource: site.resource))
        }
    }

    /// Gives a resource the URI that it says it has.
    private mutating func rename(_ number: Int, to uri: URIReference) {
        let old = resources[number]
        var new = SchemaResource(uri: uri, value: old.value, place: old.place)
        new.validates = old.validates
        new.assertsFormats = old.assertsFormats
        resources[number] = new
    }

    /// Notes the anchors of one schema.
    private mutating func noteAnchors(of object: JSONObject, _ site: SchemaSite) {
        if dialect == .draft4 {
            guard case .string(let name)? = object["id"], let hash = name.firstIndex(of: "#") else { return }
            let anchor = String(name[hash...].dropFirst())
            if !anchor.isEmpty { resources[site.resource].anchors[anchor] = site }
            return
        }
        if case .string(let name)? = object["$anchor"] { resources[site.resource].anchors[name] = site }
        if case .string(let name)? = object["$dynamicAnchor"] {
            resources[site.resource].anchors[name] = site
            resources[site.resource].dynamicAnchors.insert(name)
        }
    }

    /// The keywords whose value is a schema or a list of schemas.
    private static let schemaKeywords = [
        "additionalProperties", "unevaluatedProperties", "items", "unevaluatedItems", "additionalItems", "contains",
        "not", "if", "then", "else", "propertyNames", "contentSchema", "allOf", "anyOf", "oneOf", "prefixItems",
    ]

    /// The keywords whose value is an object of schemas.
    private static let schemaMapKeywords = [
        "properties", "patternProperties", "$defs", "definitions", "dependentSchemas", "dependencies",
    ]

    /// The schemas directly in a schema.
    private static func subschemas(of object: JSONObject, at place: SchemaPlace) -> [(JSONValue, SchemaPlace)] {
        var found: [(JSONValue, SchemaPlace)] = []
        for member in object {
            let place = place.appending(member.key)
            switch member.value {
            case .object(let map) where schemaMapKeywords.contains(member.key):
                found += map.map { ($0.value, place.appending($0.key)) }
            case .object where schemaKeywords.contains(member.key):
                found.append((member.value, place))
            case .array(let list) where schemaKeywords.contains(member.key):
                found += list.enumerated().map { ($1, place.appending($0)) }
            default: break
            }
        }
        return found
    }
}

import JSON

/// The work of compiling: from sites to nodes.
struct SchemaCompilation: Sendable {
    /// Where schemas and the targets of references are looked up.
    private var library: SchemaLibrary
    /// Whether formats are asserted.
    private let assertsFormats: Bool
    /// The targets so far.
    private var targets = SchemaTargets()
    /// What came of the places that were asked for.
    private var roots: [SchemaPlace: Result<SchemaNode, SchemaError>] = [:]
    /// The targets that are still to be compiled.
    private var pending: [(number: Int, site: SchemaSite)] = []

    /// A compilation that has yet to start.
    init(library: SchemaLibrary, assertsFormats: Bool) {
        self.library = library
        self.assertsFormats = assertsFormats
    }

    /// The dialect.
    var dialect: SchemaDialect { library.dialect }

    /// Compiles the schema at a place, and all that it refers to.
    ///
    /// - Parameter place: the place.
    /// - Returns: the schema.
    /// - Throws: `SchemaError`; what has been compiled before is kept.
    mutating func schema(at place: SchemaPlace) throws(SchemaError) -> Schema {
        if let known = roots[place] { return Schema(root: try known.get(), targets: targets) }
        do {
            let root = try compileRoot(at: place)
            roots[place] = .success(root)
            return Schema(root: root, targets: targets)
        } catch {
            roots[place] = .failure(error)
            throw error
        }
    }

    /// Compiles the schema at a place, and all that it refers to, as far as that is new.
    private mutating func compileRoot(at place: SchemaPlace) throws(SchemaError) -> SchemaNode {
        guard let site = library.site(at: place) else {
            throw SchemaError(at: place, "nothing here; write the place of an existing schema")
        }
        let mark = targets.mark
        do {
            let root = try compile(site)
            try compilePending()
            try ReferenceCycle(targets).check(from: mark.count)
            return root
        } catch {
            targets.goBack(to: mark)
            pending = []
            throw error
        }
    }

    /// What a reference leads to.
    mutating func target(
        of reference: String,
        at keyword: SchemaPlace
    ) throws(SchemaError) -> (value: JSONValue, place: SchemaPlace) {
        let found = try library.part(at: reference, from: keyword)
        return (found.value, found.place)
    }

    /// Compiles what references lead to until nothing new turns up.
    private mutating func compilePending() throws(SchemaError) {
        while let (number, site) = pending.popLast() {
            targets.nodes[number] = try compile(site)
            if pending.isEmpty { addDynamicTargets() }
        }
    }

    /// Makes targets of the dynamic anchors whose names are in use.
    private mutating func addDynamicTargets() {
        for name in targets.dynamic.keys.sorted() {
            for (number, resource) in library.resources.enumerated() where resource.dynamicAnchors.contains(name) {
                guard targets.dynamic[name]?[number] == nil, let site = resource.anchors[name] else { continue }
                let anchored = target(site)
                targets.dynamic[name]?[number] = anchored
            }
        }
    }

    /// The number of the target at a site.
    private mutating func target(_ site: SchemaSite) -> Int {
        if let number = targets.numbers[site.place] { return number }
        let number = targets.add(site.place)
        pending.append((number, site))
        return number
    }

    /// The number of the target of a `$ref`.
    mutating func target(of reference: String, in source: KeywordSource) throws(SchemaError) -> Int {
        target(try library.schema(at: reference, from: source.site, keyword: "$ref").site)
    }

    /// The target of a `$dynamicRef`.
    mutating func dynamicReference(
        _ reference: String,
        in source: KeywordSource
    ) throws(SchemaError) -> DynamicReference {
        let found = try library.schema(at: reference, from: source.site, keyword: "$dynamicRef")
        if let name = found.dynamicAnchor, targets.dynamic[name] == nil {
            targets.dynamic[name] = [:]
            addDynamicTargets()
        }
        return DynamicReference(name: found.dynamicAnchor, initial: target(found.site))
    }

    /// The value of the schema that a reference leads to, for looking at it while its user is compiled.
    mutating func site(
        of reference: String,
        in source: KeywordSource,
        keyword: String = "$ref"
    ) throws(SchemaError) -> SchemaSite {
        try library.schema(at: reference, from: source.site, keyword: keyword).site
    }

    /// The format of that name, when formats are asserted in the resource and this one is known.
    func format(_ name: String, in source: KeywordSource) -> SchemaFormat? {
        assertsFormats || library.resources[source.site.resource].assertsFormats ? SchemaFormat.named(name) : nil
    }

    /// Notes that a schema looks at which items have been evaluated.
    mutating func trackItems() { targets.tracksItems = true }

    /// Compiles a subschema.
    mutating func compile(
        _ value: JSONValue,
        at place: SchemaPlace,
        in source: KeywordSource
    ) throws(SchemaError) -> SchemaNode {
        try compile(library.child(value, at: place, of: source.site))
    }

    /// Whether `true` or `false` may stand for a schema at a place.
    private func acceptsBoolean(at place: SchemaPlace) -> Bool {
        dialect.hasBooleanSchemas || ["additionalProperties", "additionalItems"].contains(place.pointer.tokens.last)
    }

    /// Compiles a schema.
    mutating func compile(_ site: SchemaSite) throws(SchemaError) -> SchemaNode {
        switch site.value {
        case .bool(let accepts):
            guard acceptsBoolean(at: site.place) else {
                let instead = accepts ? "{}" : "{\"not\": {}}"
                throw site.error("expected a schema (an object), found \(accepts); write \(instead)")
            }
            var rules = SchemaRules()
            rules.isFalse = !accepts
            return SchemaNode(place: site.place, resource: site.resource, rules: rules)
        case .object(let object):
            let validates = library.resources[site.resource].validates
            let source = KeywordSource(site: site, object: object, dialect: dialect, validates: validates)
            return SchemaNode(place: site.place, resource: site.resource, rules: try rules(source))
        default:
            let found = ValueExcerpt.of(site.value)
            throw site.error("expected a schema (an object), found \(found)")
        }
    }
}

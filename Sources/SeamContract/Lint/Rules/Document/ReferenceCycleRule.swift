import JSONSchema
import YAMLSource

/// Rule: following references, or schemas that apply to the same value, comes to an end.
///
/// · told when: a way from a reference or schema leads back to it without going into a member or an item; once for each
///   such circle
/// · source: JSON Schema Core 2020-12 section 9.4.1; OpenAPI 3.0.3, Reference Object.
enum ReferenceCycleRule: LintRule {
    static let id = "reference-cycle"
    static let severity = ContractProblem.Severity.error

    static func diagnostics(in document: LintedDocument) -> [Diagnostic] {
        let edges = edges(in: document)
        var finished: Set<SchemaPlace> = []
        var found: [Diagnostic] = []
        for start in edges.keys.sorted(by: { $0.description < $1.description }) {
            guard let place = circle(from: start, along: edges, finished: &finished) else { continue }
            found.append(
                Diagnostic(
                    place: document.files.sourcePlace(of: place),
                    message: "references from here lead back here without going into a member or an item "
                        + "(break the circle)"
                )
            )
        }
        return found
    }

    /// A place that a way from a place leads back to; nil when there is none that was not found before.
    private static func circle(
        from start: SchemaPlace,
        along edges: [SchemaPlace: [SchemaPlace]],
        finished: inout Set<SchemaPlace>
    ) -> SchemaPlace? {
        guard !finished.contains(start) else { return nil }
        var way: [(place: SchemaPlace, rest: [SchemaPlace])] = [(start, edges[start] ?? [])]
        var entered: Set<SchemaPlace> = [start]
        var found: SchemaPlace?
        while let last = way.indices.last {
            guard let next = way[last].rest.popLast() else {
                finished.insert(way[last].place)
                entered.remove(way[last].place)
                way.removeLast()
                continue
            }
            if entered.contains(next) {
                found = found ?? next
            } else if !finished.contains(next) {
                entered.insert(next)
                way.append((next, edges[next] ?? []))
            }
        }
        return found
    }

    /// For each place, the places that apply to the same value.
    private static func edges(in document: LintedDocument) -> [SchemaPlace: [SchemaPlace]] {
        var edges: [SchemaPlace: [SchemaPlace]] = [:]
        for reference in document.references {
            if let target = reference.target { edges[reference.owner, default: []].append(target) }
        }
        for schema in document[.schema] {
            for keyword in ["not", "if", "then", "else"] where schema[keyword] != nil {
                edges[schema.place, default: []].append(schema.place.appending(keyword))
            }
            for keyword in ["allOf", "anyOf", "oneOf"] {
                for index in (schema[keyword]?.items ?? []).indices {
                    edges[schema.place, default: []].append(schema.place.appending(keyword).appending(index))
                }
            }
            for (key, _) in schema["dependentSchemas"]?.members ?? [] {
                let place = schema.place.appending("dependentSchemas").appending(key.name)
                edges[schema.place, default: []].append(place)
            }
        }
        return edges
    }
}

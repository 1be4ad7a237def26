import JSON
import JSONSchema
import SeamContract

/// Reads the schemas of one document, each once.
struct SchemaReader {
    private let document: OpenAPIDocument
    /// What was read, by the places of the schemas that go together.
    private var views: [[SchemaPlace]: SchemaView] = [:]
    /// Whether null is allowed, by the place of the schema.
    private var nullability = Nullability()

    /// A reader of a document.
    init(_ document: OpenAPIDocument) {
        self.document = document
    }

    /// What schemas that go together ask for.
    ///
    /// - Parameter conjuncts: the schemas, all of which a value must keep; of none, anything will do.
    /// - Returns: what they ask for.
    /// - Throws: `ContractError` when a reference leads nowhere.
    mutating func view(of conjuncts: [Conjunct]) throws(ContractError) -> SchemaView {
        let key = conjuncts.map(\.place)
        if let view = views[key] { return view }
        do throws(DocumentFault) {
            var gathering = SchemaGathering()
            try gathering.gather(conjuncts)
            gathering.view.acceptsNull = try nullability.isNullAllowed(by: conjuncts.map(\.part))
            views[key] = gathering.view
            return gathering.view
        } catch {
            throw document.error(error)
        }
    }
}

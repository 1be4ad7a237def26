/// The schemas that schemas must keep, as <https://json-schema.org> publishes them, so that nothing needs to be fetched.
package enum Metaschema {
    /// A metaschema, which is JSON.
    ///
    /// - Parameter uri: its URI without a fragment, such as `https://json-schema.org/draft/2020-12/schema`.
    /// - Returns: the text, and the keyword by which schemas of its draft give themselves a URI; nil when it is none that is
    ///   known.
    package static func document(at uri: String) -> (text: String, identifierKeyword: String)? {
        text(at: uri).map { ($0, uri.contains("/draft-04/") ? "id" : "$id") }
    }

    private static func text(at uri: String) -> String? {
        switch uri {
        case "http://json-schema.org/draft-04/schema": draft4
        case "http://json-schema.org/draft-07/schema": draft7
        case "https://json-schema.org/draft/2020-12/schema": draft2020
        case "https://json-schema.org/draft/2020-12/meta/core": core2020
        case "https://json-schema.org/draft/2020-12/meta/applicator": applicator2020
        case "https://json-schema.org/draft/2020-12/meta/unevaluated": unevaluated2020
        case "https://json-schema.org/draft/2020-12/meta/validation": validation2020
        case "https://json-schema.org/draft/2020-12/meta/meta-data": metadata2020
        case "https://json-schema.org/draft/2020-12/meta/format-annotation": formatAnnotation2020
        case "https://json-schema.org/draft/2020-12/meta/format-assertion": formatAssertion2020
        case "https://json-schema.org/draft/2020-12/meta/content": content2020
        default: nil
        }
    }
}

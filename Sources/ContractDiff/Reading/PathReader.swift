import JSON
import JSONSchema
import SeamContract

/// Reads the paths of one document.
struct PathReader {
    /// The document.
    private let root: DocumentPart

    /// The paths and security schemes of a document; of two paths that are the same to a request the first counts.
    ///
    /// - Throws: `ContractError` when a reference leads nowhere.
    static func view(of document: OpenAPIDocument) throws(ContractError) -> DocumentView {
        do throws(DocumentFault) {
            let reader = PathReader(root: document.root)
            var paths: [String: PathView] = [:]
            for (path, item) in try document.root.member("paths")?.members() ?? [] where path.hasPrefix("/") {
                let view = try reader.path(path, item)
                if !view.methods.isEmpty, paths[view.template] == nil { paths[view.template] = view }
            }
            let schemes = try document.root.member("components")?.member("securitySchemes")?.members() ?? []
            return DocumentView(
                paths: paths,
                securitySchemes: Dictionary(
                    schemes.map { ($0.name, Found(value: $0.part.value, place: $0.part.place)) }
                ) {
                    first,
                    _ in first
                }
            )
        } catch {
            throw document.error(error)
        }
    }

    private func path(_ path: String, _ item: DocumentPart) throws(DocumentFault) -> PathView {
        var methods: [Contract.Method: OperationView] = [:]
        for method in Contract.Method.allCases {
            guard let part = try item.member(method.pathItemKey) else { continue }
            methods[method] = try operation(part, of: item, at: path)
        }
        return PathView(path: path, methods: methods, place: item.place)
    }

    private func operation(
        _ part: DocumentPart,
        of item: DocumentPart,
        at path: String
    ) throws(DocumentFault) -> OperationView {
        var responses: [String: MessageView] = [:]
        for (status, response) in try part.member("responses")?.members() ?? [] where !status.hasPrefix("x-") {
            responses[status] = try message(response, isRequired: true)
        }
        let body = try part.member("requestBody")
        return OperationView(
            parameters: try parameters(try item.items("parameters") + part.items("parameters"), of: path),
            body: try body.map { (body) throws(DocumentFault) in
                try message(body, isRequired: body.value["required"]?.boolValue == true)
            },
            responses: responses,
            security: security(of: part),
            responseKey: part.value["x-response-key"]?.stringValue.map {
                Found(value: $0, place: part.place.appending("x-response-key"))
            },
            isDeprecated: part.value.isDeprecated,
            notes: notes(["summary", "description"], of: part),
            place: part.place
        )
    }

    /// The ways to authorize a call: those of the operation, else those of the document, else that none is needed.
    private func security(of operation: DocumentPart) -> [SecurityWay] {
        let holder = operation.value["security"] == nil ? root : operation
        let place = holder.place.appending("security")
        let ways = (holder.value["security"]?.arrayValue ?? []).enumerated().map { index, way in
            let scopes = (way.objectValue ?? [:]).map {
                ($0.key, Set(($0.value.arrayValue ?? []).compactMap(\.stringValue)))
            }
            return SecurityWay(
                scopes: Dictionary(scopes) { first, _ in first },
                place: place.appending(index)
            )
        }
        return ways.isEmpty ? [SecurityWay(scopes: [:], place: operation.place)] : ways
    }

    /// The words for people that stand at keywords of a part.
    private func notes(_ keywords: [String], of part: DocumentPart) -> [String: Found<JSONValue>] {
        var notes: [String: Found<JSONValue>] = [:]
        for keyword in keywords {
            notes[keyword] = part.value[keyword].map { Found(value: $0, place: part.place.appending(keyword)) }
        }
        return notes
    }

    private func message(_ part: DocumentPart, isRequired: Bool) throws(DocumentFault) -> MessageView {
        var headers: [String: Property] = [:]
        for (name, header) in try part.member("headers")?.members() ?? [] where name.lowercased() != "content-type" {
            headers[name.lowercased()] = try property(name.lowercased(), header)
        }
        return MessageView(
            contents: try contents(of: part),
            isRequired: isRequired,
            headers: headers,
            description: notes(["description"], of: part)["description"],
            place: part.place
        )
    }
}

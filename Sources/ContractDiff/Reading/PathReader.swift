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
    static func view(of document: ContractDocument) throws(ContractError) -> DocumentView {
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

extension PathReader {
    /// The content types of a body, a parameter or a header, sorted; of two that differ in parameters the first counts.
    private func contents(of part: DocumentPart) throws(DocumentFault) -> [MessageView.Content] {
        var contents: [String: MessageView.Content] = [:]
        for (name, content) in try part.member("content")?.members() ?? [] {
            let type = name.prefix { $0 != ";" }.lowercased().trimmed
            guard contents[type] == nil else { continue }
            contents[type] = MessageView.Content(
                type: type,
                conjuncts: [try content.conjunct("schema")].compactMap(\.self),
                place: content.place
            )
        }
        return contents.values.sorted { $0.type < $1.type }
    }

    /// A header or a parameter as something that goes by a name.
    private func property(_ name: String, _ part: DocumentPart) throws(DocumentFault) -> Property {
        var conjuncts = [try part.conjunct("schema")].compactMap(\.self)
        if conjuncts.isEmpty { conjuncts = try contents(of: part).first?.conjuncts ?? [] }
        return Property(
            name: name,
            conjuncts: conjuncts,
            isRequired: part.value["required"]?.boolValue == true,
            isDeprecated: part.value.isDeprecated,
            place: part.place,
            value: part.value
        )
    }

    /// The parameters by what tells them apart.
    ///
    /// Of two that are the same the last counts, since an operation's own go before those of its path. Headers that OpenAPI
    /// takes no parameters for are passed over (OpenAPI 3.0.3, Parameter Object).
    private func parameters(
        _ parts: [DocumentPart],
        of path: String
    ) throws(DocumentFault) -> [Parameter.Key: Parameter] {
        let pathNames = path.split(separator: "/").filter { $0.hasPrefix("{") && $0.hasSuffix("}") }
            .map { $0.dropFirst().dropLast() }
        var parameters: [Parameter.Key: Parameter] = [:]
        for part in parts {
            guard let name = part.value["name"]?.stringValue,
                let location = part.value["in"]?.stringValue.flatMap(Parameter.Location.init(rawValue:))
            else { continue }
            let seen = location == .header ? name.lowercased() : name
            if location == .header, ["accept", "content-type", "authorization"].contains(seen) { continue }
            let position = location == .path ? pathNames.firstIndex { $0 == name } : nil
            parameters[Parameter.Key(location: location, name: position.map(String.init) ?? seen)] = Parameter(
                property: try property(seen, part),
                style: style(of: part, in: location)
            )
        }
        return parameters
    }

    /// How the value of a parameter is written, the standards of OpenAPI filled in.
    private func style(of part: DocumentPart, in location: Parameter.Location) -> String {
        let style = part.value["style"]?.stringValue ?? location.standardStyle
        let isExploded = part.value["explode"]?.boolValue ?? (style == "form")
        let isLeftUnescaped = part.value["allowReserved"]?.boolValue == true
        return style + (isExploded ? ", exploded" : "") + (isLeftUnescaped ? ", unescaped" : "")
    }
}

extension String {
    /// The text without spaces at its ends.
    fileprivate var trimmed: String {
        String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
}

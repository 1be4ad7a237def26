import JSON
import JSONSchema
import SeamContract

extension PathReader {
    /// The content types of a body, a parameter or a header, sorted; of two that differ in parameters the first counts.
    func contents(of part: DocumentPart) throws(DocumentFault) -> [MessageView.Content] {
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
    func property(_ name: String, _ part: DocumentPart) throws(DocumentFault) -> Property {
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

    /// The parameters by what tells them apart; of two that are the same the last counts.
    ///
    /// So an operation's own go before those of its path. Headers that OpenAPI takes no parameters for are passed over
    /// (OpenAPI 3.0.3, Parameter Object).
    func parameters(
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

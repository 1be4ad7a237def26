import JSON

/// The pairs of a query string that were not taken yet.
struct QueryPairs {
    private var rest: [(name: String, value: String)]
    /// Whether arrays may only repeat their name.
    private let isStrict: Bool
    /// What is wrong with those that were taken.
    private(set) var problems: [String] = []

    init(_ pairs: [(name: String, value: String)], isStrict: Bool) {
        rest = pairs
        self.isStrict = isStrict
    }

    /// Takes what belongs to a parameter; nil when nothing does.
    mutating func take(_ name: String, _ type: Contract.ParameterType) -> JSONValue? {
        switch type.style {
        case .json:
            return take(named: name).last.map { (try? JSONValue(parsing: $0)) ?? .string($0) }
        case .form(explodes: false):
            return take(named: name).last.map { joined($0, by: ",", type) }
        case .joined(let separator):
            return take(named: name).last.map { joined($0, by: separator, type) }
        case .form(explodes: true) where type.kind == .object:
            let members = type.members.sorted { $0.key < $1.key }.compactMap { member in
                take(member.key, member.value).map { JSONObject.Member(key: member.key, value: $0) }
            }
            return members.isEmpty ? nil : .object(JSONObject(uniqueMembers: members))
        case .deepObject:
            return object(type) { rest in
                rest.hasPrefix(name + "[") ? String.path(inBrackets: rest.dropFirst(name.count)) : nil
            }
                ?? plain(name, type)
        case .seam, .form(explodes: true):
            guard type.kind == .object || type.kind == .any else { return plain(name, type) }
            return object(type) { rest in
                rest.hasPrefix(name + ".") ? rest.dropFirst(name.count + 1).split(separator: ".").map(String.init) : nil
            } ?? plain(name, type)
        }
    }

    /// The values of all pairs of that name, which are taken.
    private mutating func take(named name: String) -> [String] {
        let values = rest.filter { $0.name == name }.map(\.value)
        rest.removeAll { $0.name == name }
        return values
    }

    /// A scalar, or an array that repeats its name.
    private mutating func plain(_ name: String, _ type: Contract.ParameterType) -> JSONValue? {
        let texts = take(named: name) + (isStrict ? [] : take(named: name + "[]"))
        guard let last = texts.last else { return nil }
        guard type.kind == .array else {
            if texts.count > 1 { problems.append("the parameter \(name) is repeated, but is no array") }
            return last.isEmpty ? .null : type.kind.value(of: last)
        }
        guard texts != [""] else { return [] }
        let isJoined = !isStrict && type.style == .seam && texts.count == 1
        let items = isJoined ? last.split(separator: ",", omittingEmptySubsequences: false).map(String.init) : texts
        return .array(items.map { (type.items ?? .any).value(of: $0) })
    }

    /// An object whose members have names with the way to them; nil when there is none.
    private mutating func object(
        _ type: Contract.ParameterType,
        way: (String) -> [String]?
    ) -> JSONValue? {
        var object = JSONValue.object(JSONObject())
        var others: [(name: String, value: String)] = []
        for pair in rest {
            guard let names = way(pair.name), !names.isEmpty, names.count <= 16 else {
                others.append(pair)
                continue
            }
            object.set(names[...], to: pair.value, type)
        }
        guard others.count < rest.count else { return .none }
        rest = others
        return object
    }

    /// A value that holds several, joined by a character.
    private func joined(_ text: String, by separator: Character, _ type: Contract.ParameterType) -> JSONValue {
        guard !text.isEmpty else { return type.kind == .array ? [] : .null }
        let parts = text.split(separator: separator, omittingEmptySubsequences: false).map(String.init)
        switch type.kind {
        case .array: return .array(parts.map { (type.items ?? .any).value(of: $0) })
        case .object where parts.count.isMultiple(of: 2):
            var object = JSONObject()
            for index in stride(from: 0, to: parts.count, by: 2) {
                object[parts[index]] = (type.members[parts[index]]?.kind ?? .any).value(of: parts[index + 1])
            }
            return .object(object)
        default: return type.kind.value(of: text)
        }
    }
}

extension Contract.ParameterType.Kind {
    /// A text as a value of that kind; as a string when it is none.
    fileprivate func value(of text: String) -> JSONValue {
        switch self {
        case .integer, .number: (try? JSONValue(parsing: text))?.numberValue.map(JSONValue.number) ?? .string(text)
        case .boolean: ["true": true, "false": false][text].map(JSONValue.bool) ?? .string(text)
        case .string, .array, .object, .any: .string(text)
        }
    }
}

extension JSONValue {
    /// Sets the member that a way of names leads to; a name that comes again makes an array of its values.
    fileprivate mutating func set(_ names: ArraySlice<String>, to text: String, _ type: Contract.ParameterType?) {
        guard let name = names.first else { return }
        var object = objectValue ?? JSONObject()
        let member = type?.members[name]
        if names.count > 1 {
            var value = object[name] ?? .object(JSONObject())
            value.set(names.dropFirst(), to: text, member)
            object[name] = value
        } else {
            let isArray = member?.kind == .array
            let value = (isArray ? member?.items ?? .any : member?.kind ?? .any).value(of: text)
            switch object[name] {
            case .array(let items)?: object[name] = .array(items + [value])
            case let first?: object[name] = [first, value]
            case nil: object[name] = isArray ? (text.isEmpty ? [] : [value]) : text.isEmpty ? .null : value
            }
        }
        self = .object(object)
    }
}

extension String {
    /// The names in brackets: `[a][b]` gives `a`, `b`; nil when something stands outside of them.
    fileprivate static func path(inBrackets text: Substring) -> [String]? {
        var (names, rest) = ([String](), text)
        while rest.first == "[", let close = rest.firstIndex(of: "]") {
            names.append(String(rest[..<close].dropFirst()))
            rest = rest[close...].dropFirst()
        }
        return rest.isEmpty && !names.contains("") ? names : nil
    }
}

public import JSON
import Timestamps

extension Template {
    /// The value with all places filled in.
    ///
    /// - Parameter scope: the names; generated values are taken from it.
    /// - Returns: the expression's value when the template is one expression, otherwise text.
    /// - Throws: ``TemplateError`` when a name or a part of its value does not exist, a filter does not fit, or more would
    ///   come of it than ``ScenarioBounds`` allow.
    public func value(in scope: inout Scope) throws(TemplateError) -> JSONValue {
        if parts.count == 1, case .expression(let expression) = parts[0] {
            return try value(of: expression, in: &scope)
        }
        return .string(try text(in: &scope))
    }

    /// The text with all places filled in; values that are not strings are written as JSON.
    ///
    /// - Parameter scope: the names; generated values are taken from it.
    /// - Returns: the text.
    /// - Throws: ``TemplateError`` as ``value(in:)`` does.
    public func text(in scope: inout Scope) throws(TemplateError) -> String {
        if parts.count == 1, case .text(let literal) = parts[0] { return literal }
        var text = ""
        for part in parts {
            let piece =
                switch part {
                case .text(let literal): literal
                case .expression(let expression): try value(of: expression, in: &scope).templateText
                }
            guard piece.utf8.count <= ScenarioBounds.builtBytes - text.utf8.count else {
                throw TemplateError(template: description, excess: .bytes)
            }
            text += piece
        }
        return text
    }

    /// The names that the template uses, in order.
    var names: [String] {
        parts.compactMap { part in
            if case .expression(let expression) = part, case .name(let name, _) = expression.source {
                name
            } else {
                nil
            }
        }
    }

    /// Whether the text can be longer than what it is made of: it repeats something, or puts several things together.
    var mayGrow: Bool {
        let expressions = parts.compactMap { if case .expression(let expression) = $0 { expression } else { nil } }
        return expressions.count > 1
            || expressions.contains { $0.filters.contains { if case .repeated = $0 { true } else { false } } }
    }

    /// The fixtures that the template uses, in order.
    var fixtures: [RunFixtures.Reference] {
        parts.compactMap { part in
            if case .expression(let expression) = part, case .fixture(let reference) = expression.source {
                reference
            } else {
                nil
            }
        }
    }

    /// Whether there is nothing to be filled in.
    var isLiteral: Bool {
        parts.allSatisfy { if case .text = $0 { true } else { false } }
    }

    /// The text of a template in which there is nothing to be filled in.
    var literalText: String {
        parts.map { if case .text(let text) = $0 { text } else { "" } }.joined()
    }

    /// The value of one expression.
    private func value(of expression: Expression, in scope: inout Scope) throws(TemplateError) -> JSONValue {
        var value: JSONValue
        switch expression.source {
        case .now: value = .string(scope.now().rfc3339)
        case .unique(let kind): value = scope.unique.next(kind)
        case .fixture(let reference):
            guard let id = scope.fixtures[reference] else {
                let message = "the run names no such fixture (--fixture \(reference.kind.rawValue)=…)"
                throw TemplateError(template: description, message: message, isAbsence: true)
            }
            value = .string(id)
        case .name(let name, let members): value = try part(members, of: name, in: scope)
        }
        for filter in expression.filters {
            guard !filter.exceedsBound(of: value) else { throw TemplateError(template: description, excess: .bytes) }
            guard let filtered = filter.applied(to: value) else {
                let reach = value.instant == nil ? "" : " (date-times are of the years 1678 to 2261)"
                throw TemplateError(
                    template: description,
                    message: "\(filter) does not fit \(value.excerpt)\(reach)",
                    isAbsence: expression.mayComeFromAnswer(in: scope)
                )
            }
            value = filtered
        }
        return value
    }

    /// A value by its name, or a part of it; a member `copy` is the item with the number of the parallel copy.
    private func part(_ members: [String], of name: String, in scope: Scope) throws(TemplateError) -> JSONValue {
        let members = members.map { $0 == "copy" ? scope["copy"]?.templateText ?? $0 : $0 }
        guard let whole = scope[name] else {
            throw TemplateError(template: description, message: "nothing is known as '\(name)' here")
        }
        guard let value = whole[JSONPointer(tokens: members)] else {
            let path = members.joined(separator: ".")
            let message = "'\(name)' has no '\(path)', it is \(whole.excerpt)"
            throw TemplateError(template: description, message: message, isAbsence: true)
        }
        return value
    }
}

extension TemplatedValue {
    /// The value with all places filled in.
    ///
    /// - Parameter scope: the names; generated values are taken from it, in the order in which they are written.
    /// - Returns: the value.
    /// - Throws: ``TemplateError`` when a template has no value, two member names become the same, or more would come of it
    ///   than ``ScenarioBounds`` allow.
    public func value(in scope: inout Scope) throws(TemplateError) -> JSONValue {
        var size = BuiltSize()
        return try value(in: &scope, of: &size, depth: 0)
    }

    /// The value with all places filled in, its size added to that of the whole that it is part of.
    func value(
        in scope: inout Scope,
        of size: inout BuiltSize,
        depth: Int
    ) throws(TemplateError) -> JSONValue {
        switch self {
        case .literal(let value):
            return depth == 0 ? value : try counted(value, from: "", in: &size, depth: depth)
        case .template(let template):
            let value = try template.value(in: &scope)
            return depth == 0 ? value : try counted(value, from: template.description, in: &size, depth: depth)
        case .array(let items):
            var values: [JSONValue] = []
            for item in items {
                values.append(try item.value(in: &scope, of: &size, depth: depth + 1))
            }
            return .array(values)
        case .object(let members):
            var object = JSONObject()
            for member in members {
                let name = try member.name.text(in: &scope)
                guard object[name] == nil else {
                    throw TemplateError(template: member.name.description, message: "'\(name)' is there already")
                }
                _ = try counted(.string(name), from: member.name.description, in: &size, depth: depth)
                object[name] = try member.value.value(in: &scope, of: &size, depth: depth + 1)
            }
            return .object(object)
        }
    }

    /// A value, its size added to that of the whole.
    private func counted(
        _ value: JSONValue,
        from template: String,
        in size: inout BuiltSize,
        depth: Int
    ) throws(TemplateError) -> JSONValue {
        do throws(BuiltSize.Excess) {
            try size.add(value, depth: depth)
            return value
        } catch {
            throw TemplateError(template: template.isEmpty ? "a value" : template, excess: error)
        }
    }
}

extension JSONValue {
    /// How a value reads inside a text: a string as it is, all else as JSON.
    var templateText: String {
        stringValue ?? serialized()
    }
}

extension Expression {
    /// Whether the value may come out of an answer.
    fileprivate func mayComeFromAnswer(in scope: Scope) -> Bool {
        if case .name(let name, _) = source { scope.mayComeFromAnswer(name) } else { false }
    }
}

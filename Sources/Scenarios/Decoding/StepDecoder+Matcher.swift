import JSON
import JSONSchema
import YAMLSource

extension StepDecoder {
    /// Reads a matcher: a mapping of operators, or anything else for equality.
    mutating func matcher(_ source: LocatedValue) -> Matcher {
        guard source.isMapping else { return .equals(templated(source)) }
        if source.members.isEmpty {
            problems.add(source.place, "a matcher needs an operator (write 'equals: {}' for an empty object)")
        }
        var matchers: [Matcher] = []
        for (key, value) in source.members {
            if let matcher = self.operator(key.name, value) { matchers.append(matcher) }
        }
        return matchers.count == 1 ? matchers[0] : .all(matchers)
    }

    /// Reads one operator; nil for one that is not known or can't be read, which was told.
    private mutating func `operator`(_ name: String, _ source: LocatedValue) -> Matcher? {
        switch name {
        case "equals": .equals(templated(source))
        case "set-equals": .setEquals(templated(source))
        case "contains": .contains(matcher(source))
        case "each": .each(matcher(source))
        case "none": .none(matcher(source))
        case "not": .not(matcher(source))
        case "any-of": anyOf(source)
        case "absent": .absent
        case "present": .present
        case "unique": .unique
        case "count": countRange(source).map { .count($0) }
        case "same-as": sameAs(source)
        case "type": type(source)
        default: textOperator(name, source)
        }
    }

    /// Reads one of the operators for texts and for what compares.
    private mutating func textOperator(_ name: String, _ source: LocatedValue) -> Matcher? {
        switch name {
        case "format": format(source)
        case "pattern": .pattern(pattern(source))
        case "starts-with": .startsWith(template(source))
        case "same-instant-as": .sameInstant(instant(source))
        case "near": near(source)
        default: Matcher.Relation(rawValue: name).map { .compared($0, instant(source)) }
        }
    }

    /// Reads the matchers of which one must hold.
    private mutating func anyOf(_ source: LocatedValue) -> Matcher {
        if source.isList, source.items.isEmpty {
            problems.add(source.place, "there is nothing to choose from (write at least one matcher)")
        }
        return .anyOf(source.items.map { matcher($0) })
    }

    /// Reads what a value must be the same as.
    private mutating func sameAs(_ source: LocatedValue) -> Matcher? {
        guard let text = source.text else { return nil }
        if TextKind.path.accepts(text) {
            return path(text, at: source.place).map { .sameAs(.path($0)) }
        }
        guard TextKind.template.accepts(text) else {
            problems.add(source.place, "expected a JSONPath or a template, found '\(text)' (write 'equals:' for text)")
            return nil
        }
        return .sameAs(.value(template(source)))
    }

    /// Reads one or more types.
    private mutating func type(_ source: LocatedValue) -> Matcher? {
        let types = (source.isList ? source.items : [source]).compactMap { item -> Matcher.ValueType? in
            guard let name = fixedText(item), let text = name.text else { return nil }
            if let type = Matcher.ValueType(rawValue: text) { return type }
            addUnknown("type", name, Matcher.ValueType.allCases.map(\.rawValue))
            return nil
        }
        if source.isList, source.items.isEmpty {
            problems.add(source.place, "there is no type (write at least one)")
        }
        return .type(types)
    }

    /// Reads the name of a format.
    private mutating func format(_ source: LocatedValue) -> Matcher? {
        guard let name = fixedText(source), let text = name.text else { return nil }
        guard SchemaFormat.named(text) == nil else { return .format(text) }
        addUnknown("format", name, Form.formatNames)
        return nil
    }

    /// Tells a word that came out of a template and is not known; one that was written out was told before.
    private mutating func addUnknown(_ what: String, _ word: Fixed, _ known: [String]) {
        guard let text = word.text, TextKind.template.accepts(word.source.text ?? "") else { return }
        problems.add(word.source.place, "unknown \(what) \(word.words) (\(Suggestion.text(for: text, among: known)))")
    }

    /// Reads a regular expression.
    private mutating func pattern(_ source: LocatedValue) -> Template {
        let template = template(source)
        guard template.isLiteral else { return template }
        do {
            _ = try RegularExpression(template.literalText)
        } catch {
            problems.add(source.place, "'\(template.literalText)' can't be used as a pattern: \(error)")
        }
        return template
    }

    /// Reads a number or a date-time; a text without templates must be a date-time.
    private mutating func instant(_ source: LocatedValue) -> TemplatedValue {
        let value = templated(source)
        if let text = value.literal?.stringValue, value.literal?.instant == nil {
            problems.add(source.place, "'\(text)' is no date-time (write one such as 2026-01-31T08:00:00Z)")
        }
        return value
    }

    /// Reads a date-time and how far from it another may be.
    private mutating func near(_ source: LocatedValue) -> Matcher? {
        guard let other = source["to"], let distance = source["within"]?.duration else { return nil }
        return .near(instant(other), within: distance)
    }
}

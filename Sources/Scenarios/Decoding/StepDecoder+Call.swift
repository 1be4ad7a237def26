import JSON
import SeamContract
import YAMLSource

extension StepDecoder {
    /// Reads a step that calls the endpoint; nil when it can't be said what it calls.
    mutating func call(_ source: LocatedValue) -> Call? {
        let target = target(source)
        let url = source["url"].map { template($0) }
        let (method, placement) = url == nil ? method(source["method"], of: target) : (.get, .content)
        let credential = credential(source["as"])
        let copies = copies(source["parallel"])
        if copies > 1 { names.add("copy") }
        let body = body(source)
        if let target { refuseSlips(in: source["body"], of: target) }
        let query = (source["query"]?.members ?? []).map { member($0.key, $0.value) }
        let headers = (source["headers"]?.members ?? []).map { header($0.key, $0.value) }
        let path = source["path"].map { template($0) }
        names.remove("copy")
        let saves = (source["save"]?.members ?? []).compactMap { save($0.key, $0.value, of: target) }
        for key in source["save"]?.members.map(\.key) ?? [] {
            names.add(key.name)
        }
        let expectations = expectations(source, copies: copies)
        let place = target.map(Call.Target.operation) ?? path.map(Call.Target.path) ?? url.map(Call.Target.url)
        guard let target = place else { return nil }
        return Call(
            target: target,
            method: method,
            placement: placement,
            credential: credential,
            body: body,
            query: query,
            headers: headers,
            copies: copies,
            polling: source["eventually"].map { polling($0) },
            saves: saves,
            expectations: expectations
        )
    }

    /// Reads which operation is called; nil when the step calls a path, or an operation that is not known.
    private mutating func target(_ source: LocatedValue) -> Contract.Operation? {
        guard let call = source["call"] else { return nil }
        guard let name = fixedText(call), let text = name.text else { return nil }
        if let operation = suite.contract.operation(named: text) { return operation }
        let known = suite.contract.operations.map { text.hasPrefix("/") ? $0.path : $0.name }
        problems.add(call.place, "unknown operation \(name.words) (\(Suggestion.text(for: text, among: known)))")
        return nil
    }

    /// Reads the method, and where the body's members travel with it.
    private mutating func method(
        _ source: LocatedValue?,
        of operation: Contract.Operation?
    ) -> (Contract.Method, Call.BodyPlacement) {
        guard let source, let name = fixedText(source), let text = name.text else { return (.post, .content) }
        switch text {
        case "post":
            return (.post, .content)
        case "alias":
            guard let operation else { return (.post, .content) }
            guard let alias = operation.alias else {
                problems.add(source.place, "\(operation.name) has no other method than POST (write post)")
                return (.post, .content)
            }
            return (alias, alias.takesQuery ? .query : .content)
        default:
            if let method = Contract.Method(rawValue: text) { return (method, .content) }
            let known = ["post", "alias"] + Contract.Method.allCases.map(\.rawValue)
            problems.add(source.place, "unknown method \(name.words) (\(Suggestion.text(for: text, among: known)))")
            return (.post, .content)
        }
    }

    /// Reads who asks.
    private mutating func credential(_ source: LocatedValue?) -> Credential {
        guard let source else { return .own }
        if let token = source["token"] { return .token(headerValue(token)) }
        guard let word = fixedText(source), let text = word.text else { return .own }
        guard let credential = Credential.words.first(where: { $0.word == text })?.credential else {
            let hint = Suggestion.text(for: text, among: Credential.words.map(\.word))
            problems.add(source.place, "unknown credential \(word.words) (\(hint))")
            return .own
        }
        if let needed = Capability(rawValue: text), let capabilities, !capabilities.contains(needed) {
            problems.add(source.place, "'as: \(text)' asks something of the target (write 'requires: [\(text)]')")
        }
        return credential
    }

    /// Reads how many copies are released together.
    private mutating func copies(_ source: LocatedValue?) -> Int {
        guard let source, let fixed = fixed(source) else { return 1 }
        if let copies = fixed.value.numberValue?.intValue, (2...64).contains(copies) { return copies }
        if source.isTemplate {
            problems.add(source.place, "expected a whole number from 2 to 64, found \(fixed.words)")
        }
        return 1
    }

    /// Reads how the call is repeated, which must come to an end.
    private mutating func polling(_ source: LocatedValue) -> Polling {
        let polling = Polling(source)
        let within = source["within"]?.place ?? source.place
        let limit = ScenarioBounds.patience.scenarioText
        if polling.within > ScenarioBounds.patience {
            problems.add(within, "a call is tried for \(limit) at most (write a shorter time)")
        } else if polling.takesMoreTries(than: ScenarioBounds.tries) {
            problems.add(
                source["every"]?.place ?? within,
                "more than \(ScenarioBounds.tries) tries fit into \(polling.within.scenarioText) "
                    + "(write a longer 'every', or a 'back-off')"
            )
        }
        return polling
    }

    /// Reads the body.
    private mutating func body(_ source: LocatedValue) -> Call.Body? {
        let type = source["content-type"].map { headerValue($0) }
        guard let raw = source["raw-body"] else {
            if let place = source["content-type"]?.place {
                problems.add(place, "'content-type' goes with 'raw-body' (write it under 'headers' instead)")
            }
            return source["body"].map { .json(templated($0)) }
        }
        if source["body"] != nil {
            problems.add(raw.place, "a step has 'body' or 'raw-body', not both (leave one out)")
        }
        return .raw(template(raw), contentType: type)
    }

    /// Tells of members that no operation has and that are written almost like a parameter of this one: what is sent on
    /// purpose to be refused is not named like that, or is written as a `raw-body`.
    private mutating func refuseSlips(in body: LocatedValue?, of operation: Contract.Operation) {
        for key in body?.members.map(\.key) ?? [] where !problems.isFull && operation.parameterType(key.name) == nil {
            guard let near = Suggestion.nearest(to: key.name, among: operation.requestProperties),
                !suite.contract.hasParameter(named: key.name)
            else { continue }
            problems.add(key.place, "\(operation.name) has no parameter '\(key.name)' (did you mean '\(near)'?)")
        }
    }

    /// Reads a header to set or, with null, to leave out.
    private mutating func header(_ key: LocatedKey, _ source: LocatedValue) -> Call.Member<Template?> {
        let name = template(key.name, at: key.place)
        if name.isLiteral, !HeaderSyntax.isName(name.literalText) {
            problems.add(key.place, "'\(name.literalText)' is no header name (\(HeaderSyntax.nameRule))")
        }
        return Call.Member(name: name, value: source.json.isNull ? nil : headerValue(source))
    }

    /// Reads the value of a header.
    private mutating func headerValue(_ source: LocatedValue) -> Template {
        let value = template(source)
        if value.isLiteral, !HeaderSyntax.isValue(value.literalText) {
            problems.add(source.place, "this can't be sent in a header (\(HeaderSyntax.valueRule))")
        }
        return value
    }

    /// Reads what is kept of the answer.
    private mutating func save(
        _ key: LocatedKey,
        _ source: LocatedValue,
        of operation: Contract.Operation?
    ) -> Save? {
        if let header = source["header"]?.text {
            return Save(name: key.name, source: .header(header.lowercased()), place: key.place)
        }
        guard let text = source.text, TextKind.path.accepts(text), let path = path(text, at: source.place) else {
            return nil
        }
        if let operation { refuseStranger(on: path, to: operation, at: source.place) }
        return Save(name: key.name, source: .body(path), place: key.place)
    }

    /// Tells of a path to what no successful answer of the operation has: nothing would ever be found there.
    private mutating func refuseStranger(on path: BodyPath, to operation: Contract.Operation, at place: SourcePlace) {
        guard !problems.isFull, let path = path.fixed, let stranger = suite.answers.stranger(on: path, in: operation)
        else { return }
        problems.add(
            place,
            "\(operation.name) answers without '\(stranger.name)' "
                + "(\(Suggestion.text(for: stranger.name, among: stranger.known)))"
        )
    }

    /// Reads a JSONPath; nil when it is none, which is told.
    mutating func path(_ text: String, at place: SourcePlace) -> BodyPath? {
        let template = template(text, at: place)
        do {
            return try BodyPath(template)
        } catch {
            problems.add(place, "'\(text)' is no JSONPath: \(error.message) at character \(error.column)")
            return nil
        }
    }
}

extension Polling {
    /// How a call is repeated; what is missing or wrong was told before and gets its default.
    fileprivate init(_ source: LocatedValue) {
        self.init(
            within: source["within"]?.duration ?? .zero,
            every: source["every"]?.duration ?? .milliseconds(200),
            backOff: source["back-off"]?.json.numberValue?.doubleValue ?? 1
        )
    }
}

extension LocatedValue {
    /// The time that is written here; nil when it is none.
    var duration: Duration? {
        text.flatMap { Duration(scenarioText: $0) }
    }
}

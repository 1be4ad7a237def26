extension JSONPathParser {
    /// Reads a literal, a query or a function call.
    mutating func term() throws(JSONPathSyntaxError) -> Term {
        switch scalar {
        case "@"?, "$"?:
            let isRelative = scalar == "@"
            place += 1
            return .query(JSONPath.Query(isRelative: isRelative, segments: try segments()))
        case "'"?, "\""?: return .literal(.string(try string()))
        case let scalar? where scalar == "-" || "0"..."9" ~= scalar: return .literal(.number(try number()))
        case let scalar? where "a"..."z" ~= scalar: return try word()
        default: throw unexpected("'@', '$', a literal or a function")
        }
    }

    private mutating func number() throws(JSONPathSyntaxError) -> JSONNumber {
        var text = try digits(allowingNegativeZero: true)
        if take(".") {
            text += "." + (try anyDigits())
        }
        if take("e") || take("E") {
            text += "e"
            if take("-") { text += "-" } else { _ = take("+") }
            text += try anyDigits()
        }
        return JSONNumber(validText: text)
    }

    /// Reads `true`, `false`, `null` or the call of a function.
    private mutating func word() throws(JSONPathSyntaxError) -> Term {
        let start = place
        var word = ""
        while let scalar, "a"..."z" ~= scalar || "0"..."9" ~= scalar || scalar == "_" {
            word.unicodeScalars.append(scalar)
            place += 1
        }
        if scalar == "(" {
            return try nested { parser throws(JSONPathSyntaxError) in try parser.call(word, from: start) }
        }
        switch word {
        case "true": return .literal(true)
        case "false": return .literal(false)
        case "null": return .literal(nil)
        default: throw failure("'\(word)' is no literal; write a string in quotes, and '(' after a function", at: start)
        }
    }

    /// Reads the arguments of a function (RFC 9535 section 2.4).
    private mutating func call(_ function: String, from start: Int) throws(JSONPathSyntaxError) -> Term {
        switch function {
        case "length":
            let (argument, place) = try arguments(1, of: function)[0]
            return .value(.length(try operand(argument, from: place)))
        case "count": return .value(.count(try nodesArgument(of: function)))
        case "value": return .value(.value(try nodesArgument(of: function)))
        case "match": return .condition(try matchCall(function, wholly: true))
        case "search": return .condition(try matchCall(function, wholly: false))
        default:
            throw failure("unknown function '\(function)'; there are length, count, match, search, value", at: start)
        }
    }

    private mutating func nodesArgument(of function: String) throws(JSONPathSyntaxError) -> JSONPath.Query {
        let (argument, place) = try arguments(1, of: function)[0]
        guard case .query(let query) = argument else {
            throw failure("\(function)() takes a query", at: place)
        }
        return query
    }

    private mutating func matchCall(
        _ function: String,
        wholly: Bool
    ) throws(JSONPathSyntaxError) -> JSONPath.Condition {
        let arguments = try arguments(2, of: function)
        let subject = try operand(arguments[0].term, from: arguments[0].place)
        let pattern = try operand(arguments[1].term, from: arguments[1].place)
        guard case .literal(let value) = pattern else {
            return .matches(subject, .computed(pattern), wholly: wholly)
        }
        return .matches(subject, .fixed(value.stringValue.flatMap { try? IRegexp($0) }), wholly: wholly)
    }

    private mutating func arguments(
        _ count: Int,
        of function: String
    ) throws(JSONPathSyntaxError) -> [(term: Term, place: Int)] {
        let start = place
        place += 1
        skipBlanks()
        var arguments: [(term: Term, place: Int)] = []
        if scalar != ")" {
            repeat {
                skipBlanks()
                let start = place
                arguments.append((try term(), start))
                skipBlanks()
            } while take(",")
        }
        guard take(")") else { throw unexpected("',' or ')' in the arguments of \(function)()") }
        guard arguments.count == count else {
            throw failure("\(function)() takes \(count == 1 ? "1 argument" : "\(count) arguments")", at: start)
        }
        return arguments
    }
}

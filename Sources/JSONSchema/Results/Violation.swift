public import JSON

/// One way in which a value breaks a schema.
public struct Violation: Sendable, Hashable, CustomStringConvertible {
    /// The place in the value; for a missing or forbidden member, the object that should or should not have it.
    public let instance: JSONPointer
    /// The place of the broken keyword in the schema document.
    public let schema: SchemaPlace
    /// The broken keyword: `required`; `false` for the schema `false`; `bounds` for a value that can't be judged in bounds.
    public let keyword: String
    /// What the schema asks for, as a lower-case fragment of at most 600 characters: `a string`, `member "email_address"`.
    public let expected: String
    /// The value found, as JSON of at most 120 characters.
    public let actual: String
    /// The name of the missing or forbidden member; nil for other keywords.
    public let member: String?
    /// Which branch of a `oneOf` or `anyOf` the value was held against: `error_code "deleted"`; nil outside of one.
    public internal(set) var branch: String?
    /// Which tokens of the ``instance`` are names that the schema does not list, such as the keys of a map, by position.
    let freeNames: [Int]

    /// One sentence: `at /user_identity: member "acs_user_ids" is missing (required by #/components/schemas/user_identity)`.
    public var message: String {
        (instance.tokens.isEmpty ? "at the root" : "at \(instance)") + ": " + statement(found: actual)
    }

    /// The message.
    public var description: String { message }

    /// The place of the member that is missing or must not be there; the ``instance`` for other keywords.
    public var subject: JSONPointer {
        member.map(instance.appending) ?? instance
    }

    /// The ``instance`` with `*` for items and for names that the schema does not list.
    var instancePattern: JSONPointer {
        var tokens = instance.tokens
        for position in freeNames where tokens.indices.contains(position) { tokens[position] = "*" }
        return JSONPointer(tokens: tokens).withItemsAsStars
    }

    /// What is wrong there, without the place.
    ///
    /// - Parameter found: what was found, in words.
    /// - Returns: a lower-case fragment.
    func statement(found: String) -> String {
        let choice = branch.map { ", branch \($0)" } ?? ""
        let name = member.map { ValueExcerpt.of(.string($0)) } ?? ""
        switch keyword {
        case "required", "dependentRequired":
            return "member \(name) is missing (required by \(owner)\(choice))"
        case "additionalProperties", "unevaluatedProperties":
            return "member \(name) is not allowed (\(keyword) of \(owner)\(choice))"
        default:
            return "expected \(expected), found \(found) (\(schema)\(choice))"
        }
    }

    /// The schema that the keyword stands in.
    private var owner: String {
        let text = schema.description
        return text.hasSuffix("/" + keyword) ? String(text.dropLast(keyword.count + 1)) : text
    }
}

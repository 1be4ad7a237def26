public import JSON
import SeamContract

extension OperationPage {
    /// The page as a JSON object.
    ///
    /// `security` lists the ways to authorize a call, each a list of schemes that go together. A value has `types`,
    /// `nullable`, and as far as there are some `format`, `enum`, `default`, `limits`, `description`, `deprecated`,
    /// `members`, `items`, `variants` and `needs` (sets of members of which one must be there). `cut` is there when parts are
    /// left out because there are too many.
    public var json: JSONValue {
        var object = Self.summary(operation.head)
        object["description"] = operation.head.text.map { .string($0) }
        object["notes"] = operation.head.notes.isEmpty ? nil : .array(operation.head.notes.map { .string($0) })
        object["security"] = .array(operation.security.map { .array($0.map { .string($0) }) })
        object["parameters"] = .array(
            operation.otherParameters.map { parameter in
                var member = Self.json(parameter.field)
                member["in"] = .string(parameter.location)
                return .object(member)
            } + (operation.parameters?.members ?? []).map { .object(Self.json($0)) }
        )
        object["needs"] = operation.parameters.flatMap(Self.needs)
        object["response_key"] = operation.responseKey.map { .string($0) } ?? .null
        object["paginated"] = .bool(isPaginated)
        object["responses"] = .array(operation.responses.map { .object(Self.json($0)) })
        object["cut"] = operation.isCut ? true : nil
        return .object(object)
    }

    /// The operation in one line of a list.
    static func summary(_ head: OperationHead) -> JSONObject {
        var object: JSONObject = [
            "path": .string(head.path), "name": .string(head.name),
            "methods": .array(head.methods.map { .string($0.rawValue) }),
        ]
        object["summary"] = head.summary.map { .string($0) }
        object["deprecated"] = .bool(head.isDeprecated)
        return object
    }

    private static func json(_ response: OperationOutline.Response) -> JSONObject {
        var object: JSONObject = ["status": .string(response.status)]
        object["description"] = response.text.map { .string($0) }
        object["content_types"] = .array(response.contentTypes.map { .string($0) })
        object["body"] = response.body.map { .object(json($0)) }
        return object
    }

    private static func json(_ field: FieldOutline) -> JSONObject {
        var object: JSONObject = ["name": .string(field.name), "required": .bool(field.isRequired)]
        for member in json(field.value) { object[member.key] = member.value }
        return object
    }

    private static func json(_ value: ValueOutline) -> JSONObject {
        var object: JSONObject = [
            "types": .array(value.types.map { .string($0) }), "nullable": .bool(value.isNullable),
        ]
        object["format"] = value.format.map { .string($0) }
        object["enum"] = value.choices.isEmpty ? nil : .array(value.choices)
        object["default"] = value.defaultValue
        object["limits"] = value.limits.isEmpty ? nil : .array(value.limits.map { .string($0) })
        object["description"] = value.text.map { .string($0) }
        object["deprecated"] = value.isDeprecated ? true : nil
        object["cut"] = value.isCut ? true : nil
        object["members"] = value.members.isEmpty ? nil : .array(value.members.map { .object(json($0)) })
        object["items"] = value.items.first.map { .object(json($0)) }
        object["needs"] = needs(value)
        object["variants"] =
            value.variants.isEmpty
            ? nil
            : .array(value.variants.map { ["label": .string($0.label), "value": .object(json($0.value))] })
        return object
    }

    private static func needs(_ value: ValueOutline) -> JSONValue? {
        value.neededSets.isEmpty ? nil : .array(value.neededSets.map { .array($0.map { .string($0) }) })
    }
}

import JSON

/// A change to a JSON value, told as data.
///
/// `where` says which of the values at the place are changed; without it all are that there are.
enum JSONEdit: Sendable {
    /// The values at a place go.
    case drop(Place, where: Condition = .present)
    /// The values at a place are other ones.
    case replace(Place, JSONValue, where: Condition = .present)
    /// The member or item at a place is this one, whether there was one or not.
    case set(Place, JSONValue)
    /// The member of a name, in the objects at a place, has another name.
    case rename(String, to: String, in: Place = "")
    /// The member of a name, in the objects at a place, is what another member is; it goes when there is none.
    case copy(String, to: String, in: Place = "", where: Condition = .present)
    /// The objects at a place get those members of another object that they lack.
    case complete(Place, with: JSONValue)
    /// The texts at a place are written differently.
    case rewrite(Place, TextChange, where: Condition = .present)
    /// The values at a place become arrays of themselves alone.
    case enclose(Place, where: Condition = .present)
    /// The values at a place become members of that name, in objects with other members.
    case embed(Place, as: String, beside: JSONValue)
    /// The items of the arrays at a place come twice.
    case double(Place)
    /// The texts at a place become numbers, and numbers and Booleans texts.
    case retype(Place, where: Condition = .present)

    /// Changes a value.
    ///
    /// - Parameter value: the value.
    func apply(to value: inout JSONValue) {
        switch self {
        case .drop(let place, let condition): value.edit(place, condition) { _ in nil }
        case .replace(let place, let other, let condition): value.edit(place, condition) { _ in other }
        case .set(let place, let other): value.edit(place.steps[...]) { _ in other }
        case .rename(let name, let other, let place):
            value.editObjects(at: place) { object in
                guard let member = object[name] else { return }
                object[name] = nil
                object[other] = member
            }
        case .copy(let name, let other, let place, let condition):
            value.editObjects(at: place) { object in
                if condition.holds(for: object[name]) { object[other] = object[name] }
            }
        case .complete(let place, let other):
            value.editObjects(at: place) { object in
                for member in other.objectValue?.members ?? [] where object[member.key] == nil {
                    object[member.key] = member.value
                }
            }
        case .rewrite(let place, let change, let condition):
            value.edit(place, condition) { value in
                value.stringValue.map { .string(change.applied(to: $0)) } ?? value
            }
        case .enclose(let place, let condition): value.edit(place, condition) { .array([$0]) }
        case .embed(let place, let name, let others):
            value.edit(place, .present) { value in
                var object = others.objectValue ?? JSONObject()
                object[name] = value
                return .object(object)
            }
        case .double(let place):
            value.edit(place, .kind(.array)) { .array(($0.arrayValue ?? []).flatMap { [$0, $0] }) }
        case .retype(let place, let condition): value.edit(place, condition, \.retyped)
        }
    }
}

extension JSONValue {
    /// The value as a naive conversion has it: texts as numbers where they are such, all else as a text.
    fileprivate var retyped: JSONValue {
        switch self {
        case .string(let text): (try? JSONValue(parsing: text))?.numberValue.map(JSONValue.number) ?? self
        case .object: "[object Object]"
        case .array(let items): .string(items.map { $0.stringValue ?? $0.serialized() }.joined(separator: ","))
        case .null: self
        default: .string(serialized())
        }
    }

    /// Changes the values at a place that are like that; one that becomes nil goes.
    fileprivate mutating func edit(_ place: Place, _ condition: Condition, _ change: (JSONValue) -> JSONValue?) {
        edit(place.steps[...]) { value in
            guard let value, condition.holds(for: value) else { return value }
            return change(value)
        }
    }

    /// Changes the objects at a place.
    fileprivate mutating func editObjects(at place: Place, _ change: (inout JSONObject) -> Void) {
        edit(place, .kind(.object)) { value in
            guard var object = value.objectValue else { return value }
            change(&object)
            return .object(object)
        }
    }

    /// Changes what is at a place, or is not: the change gets nil for a lack, and gives nil for one.
    fileprivate mutating func edit(_ steps: ArraySlice<String>, _ change: (JSONValue?) -> JSONValue?) {
        guard let step = steps.first else {
            self = change(self) ?? .null
            return
        }
        let rest = steps.dropFirst()
        switch self {
        case .array(let items):
            let isMeant = { (index: Int) in step == "*" || Int(step) == index }
            self = .array(
                items.enumerated().compactMap { index, item in
                    isMeant(index) ? Self.edited(item, rest, change) : item
                }
            )
        case .object(var object):
            object[step] = Self.edited(object[step], rest, change)
            self = .object(object)
        default: break
        }
    }

    /// A value, or the lack of one, after a change at a place in it.
    private static func edited(
        _ value: JSONValue?,
        _ steps: ArraySlice<String>,
        _ change: (JSONValue?) -> JSONValue?
    ) -> JSONValue? {
        guard !steps.isEmpty else { return change(value) }
        guard var value else { return nil }
        value.edit(steps, change)
        return value
    }
}

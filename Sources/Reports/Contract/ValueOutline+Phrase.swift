import JSON
import SeamContract

extension ValueOutline {
    /// How many choices are told; the others are counted.
    private static let choiceLimit = 24

    /// What the value is in a few words: `uuid or null`, `array of objects`, `integer > 0, default 500`.
    var phrase: String {
        let extra =
            limits + (defaultValue.map { ["default \($0.serialized())"] } ?? [])
            + (isCut ? ["parts left out"] : []) + (isDeprecated ? ["deprecated"] : [])
        return ([noun(isPlural: false) + (isNullable ? " or null" : "")] + extra).joined(separator: ", ")
    }

    /// The sort of value: `uuid`, `array of strings`, `"a" or "b"`.
    private func noun(isPlural: Bool) -> String {
        if !choices.isEmpty { return (isPlural && choices.count > 1 ? "any of " : "") + choiceList }
        if !variants.isEmpty, types.isEmpty || types == ["object"] {
            return isPlural ? "any of \(variants.count) forms" : "one of \(variants.count) forms"
        }
        let nouns = types.map { noun(of: $0, isPlural: isPlural) }
        guard let last = nouns.last else {
            return members.isEmpty ? "anything" : noun(of: "object", isPlural: isPlural)
        }
        return nouns.count == 1 ? last : nouns.dropLast().joined(separator: ", ") + " or " + last
    }

    private func noun(of type: String, isPlural: Bool) -> String {
        switch type {
        case "array":
            let items = items.first.map { " of " + $0.noun(isPlural: true) + ($0.isNullable ? " or null" : "") } ?? ""
            return (isPlural ? "arrays" : "array") + items
        case "string": return format ?? (isPlural ? "strings" : "string")
        default: return type + (isPlural ? "s" : "") + (format.map { " (\($0))" } ?? "")
        }
    }

    private var choiceList: String {
        let words = choices.prefix(Self.choiceLimit).map { $0.serialized() }
        if choices.count > Self.choiceLimit {
            return words.joined(separator: ", ") + " or \(choices.count - Self.choiceLimit) more"
        }
        return words.count == 1 ? words[0] : words.dropLast().joined(separator: ", ") + " or " + words[words.count - 1]
    }
}

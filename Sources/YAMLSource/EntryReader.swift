import JSON

/// Reads the members of one object of a file, and collects what is wrong with them.
package struct EntryReader {
    /// What was wrong so far.
    package private(set) var diagnostics: [Diagnostic] = []
    private let place: SourcePlace
    private let members: [(key: LocatedKey, value: LocatedValue)]
    /// The keys that were asked for; any other is unknown.
    private var asked: [String] = []

    /// A reader of an object; a value that is none is a problem, and reads like an empty one.
    ///
    /// - Parameters:
    ///   - value: the object.
    ///   - name: what the object is, for messages.
    package init(_ value: LocatedValue, named name: String) {
        place = value.place
        if case .object(let members) = value.content {
            self.members = members
        } else {
            members = []
            tell(value.place, "\(name) must be an object, not \(value.json.kind.rawValue)")
        }
    }

    /// Where the value of a key stands; the object's place when it is missing.
    package func place(of key: String) -> SourcePlace {
        value(of: key)?.place ?? place
    }

    /// The non-empty text of a key that must be there.
    package mutating func text(_ key: String) -> String? {
        asked.append(key)
        guard let value = value(of: key) else {
            if !members.isEmpty { tell(place, "'\(key)' is missing") }
            return nil
        }
        return text(value, of: key)
    }

    /// The non-empty text of a key that may be missing.
    package mutating func optionalText(_ key: String) -> String? {
        asked.append(key)
        return value(of: key).flatMap { text($0, of: key) }
    }

    /// The day of a key that may be missing.
    package mutating func optionalDay(_ key: String) -> String? {
        guard let day = optionalText(key) else { return nil }
        let digits = day.split(separator: "-", omittingEmptySubsequences: false)
        let isDay = digits.map(\.count) == [4, 2, 2] && digits.allSatisfy { Int($0) != nil }
        if !isDay { tell(place(of: key), "'\(key)' must be a day like 2026-08-17, not '\(day)'") }
        return day
    }

    /// The whole number of a key that may be missing.
    package mutating func optionalCount(_ key: String, in range: ClosedRange<Int>) -> Int? {
        asked.append(key)
        guard let value = value(of: key) else { return nil }
        guard case .scalar(.number(let number)) = value.content, let count = Int(number.text), range.contains(count)
        else {
            tell(value.place, "'\(key)' must be a whole number from \(range.lowerBound) to \(range.upperBound)")
            return nil
        }
        return count
    }

    /// The whole number of a key that must be there.
    package mutating func count(_ key: String, in range: ClosedRange<Int>) -> Int? {
        if value(of: key) == nil, !members.isEmpty { tell(place, "'\(key)' is missing") }
        return optionalCount(key, in: range)
    }

    /// Whether a key that may be missing says yes or no.
    package mutating func optionalFlag(_ key: String) -> Bool? {
        asked.append(key)
        guard let value = value(of: key) else { return nil }
        guard case .scalar(.bool(let flag)) = value.content else {
            tell(value.place, "'\(key)' must be true or false, not \(value.json.kind.rawValue)")
            return nil
        }
        return flag
    }

    /// The items of the array of a key that may be missing; of more than so many, none.
    package mutating func items(_ key: String, atMost limit: Int = .max) -> [LocatedValue] {
        asked.append(key)
        guard let value = value(of: key) else { return [] }
        guard case .array(let items) = value.content else {
            tell(value.place, "'\(key)' must be an array, not \(value.json.kind.rawValue)")
            return []
        }
        guard items.count <= limit else {
            tell(value.place, "'\(key)' has more than \(limit) items (write fewer)")
            return []
        }
        return items
    }

    /// The object of a key that may be missing.
    package mutating func optionalObject(_ key: String) -> LocatedValue? {
        asked.append(key)
        return value(of: key)
    }

    /// The choice of a key that must be there.
    package mutating func choice<Choice>(_ key: String, of type: Choice.Type) -> Choice?
    where Choice: RawRepresentable & CaseIterable, Choice.RawValue == String {
        guard let text = text(key) else { return nil }
        if let choice = Choice(rawValue: text) { return choice }
        let known = Choice.allCases.map(\.rawValue).joined(separator: ", ")
        tell(place(of: key), "unknown \(key) '\(text)' (write one of \(known))")
        return nil
    }

    /// The texts of a key that may be missing, each with its place.
    package mutating func texts(_ key: String) -> [(text: String, place: SourcePlace)] {
        asked.append(key)
        guard let value = value(of: key) else { return [] }
        guard case .array(let items) = value.content else {
            tell(value.place, "'\(key)' must be an array, not \(value.json.kind.rawValue)")
            return []
        }
        var texts: [(text: String, place: SourcePlace)] = []
        for item in items {
            if let text = text(item, of: key) { texts.append((text, item.place)) }
        }
        return texts
    }

    /// The members of the object of a key that must be there.
    package mutating func entries(_ key: String) -> [(key: LocatedKey, value: LocatedValue)] {
        asked.append(key)
        guard let value = value(of: key) else {
            if !members.isEmpty { tell(place, "'\(key)' is missing") }
            return []
        }
        guard case .object(let entries) = value.content else {
            tell(value.place, "'\(key)' must be an object, not \(value.json.kind.rawValue)")
            return []
        }
        return entries
    }

    /// Tells of the keys that nobody asked for.
    package mutating func refuseOtherKeys() {
        for (key, _) in members where !asked.contains(key.name) {
            let near = Suggestion.nearest(to: key.name, among: asked).map { "did you mean '\($0)'?" }
            tell(key.place, "unknown key '\(key.name)' (\(near ?? "known are \(asked.joined(separator: ", "))"))")
        }
    }

    private func value(of key: String) -> LocatedValue? {
        members.first { $0.key.name == key }?.value
    }

    private mutating func text(_ value: LocatedValue, of key: String) -> String? {
        guard case .scalar(.string(let text)) = value.content else {
            tell(value.place, "'\(key)' must be a string, not \(value.json.kind.rawValue)")
            return nil
        }
        guard !text.isEmpty else {
            tell(value.place, "'\(key)' is empty")
            return nil
        }
        return text
    }

    private mutating func tell(_ place: SourcePlace, _ message: String) {
        diagnostics.append(Diagnostic(place: place, message: message))
    }
}

import SeamContract

/// The members of values, and theirs, as a table: name, whether it is required, what it is, and what is said of it.
struct FieldTable {
    /// A line of the table, before it is wrapped.
    private enum Row {
        /// A member; the text may be empty.
        case field(name: String, need: String, phrase: String, text: String)
        /// Something about the members below.
        case note(String)
    }

    private var rows: [(depth: Int, row: Row)] = []

    /// Whether there is nothing to tell.
    var isEmpty: Bool { rows.isEmpty }

    /// Adds the members of a value; of an array, those of its items.
    ///
    /// - Parameters:
    ///   - value: the value.
    ///   - depth: how many values it is in.
    mutating func add(_ value: ValueOutline, depth: Int = 0) {
        for field in value.members { add(field, depth: depth) }
        let sets = value.neededSets.filter { !$0.isEmpty }.map { $0.joined(separator: " and ") }
        if !sets.isEmpty { add("needs \(sets.joined(separator: ", or "))", depth: depth) }
        addVariants(of: value, depth: depth)
        for items in value.items { add(items, depth: depth) }
    }

    /// Adds a member, and the members of what it holds.
    ///
    /// - Parameters:
    ///   - field: the member.
    ///   - location: where it travels, when that has to be told.
    ///   - depth: how many values it is in.
    mutating func add(_ field: FieldOutline, in location: String? = nil, depth: Int = 0) {
        let place = location.map { ["in the \($0)"] } ?? []
        rows.append(
            (
                depth,
                .field(
                    name: field.name.visible,
                    need: field.isRequired ? "required" : "",
                    phrase: (place + [field.value.phrase]).joined(separator: ", ").visible,
                    text: field.value.text?.firstSentence.visible ?? ""
                )
            )
        )
        add(field.value, depth: depth + 1)
    }

    /// Adds the forms of a value: first the members that all have, then each form with what it alone has.
    private mutating func addVariants(of value: ValueOutline, depth: Int) {
        let shared = value.sharedMembers
        for field in shared { add(field, depth: depth) }
        for variant in value.variants {
            let label = variant.label.isEmpty ? variant.value.phrase : variant.label
            let text = variant.value.text?.firstSentence
            add("– " + [label, text].compactMap(\.self).joined(separator: ": "), depth: depth)
            for field in variant.value.members where !shared.contains(where: { $0.name == field.name }) {
                add(field, depth: depth + 1)
            }
            for items in variant.value.items { add(items, depth: depth + 1) }
            addVariants(of: variant.value, depth: depth + 1)
        }
    }

    private mutating func add(_ note: String, depth: Int) {
        rows.append((depth, .note(note.visible)))
    }
}

extension FieldTable {
    /// The least width of a column of its own for what is said of members; where there is less, it stands below them.
    private static let textWidth = 40

    /// The table in lines of a width.
    ///
    /// - Parameter width: how many characters a line may have.
    /// - Returns: the lines, each ended by a line feed.
    func text(width: Int) -> String {
        let cells = rows.compactMap { depth, row -> [String]? in
            guard case .field(let name, let need, let phrase, let text) = row else { return nil }
            return [Self.indent(depth) + name, need, phrase, text]
        }
        let columns = TextColumns(for: cells, indent: 2, limits: [40, 8, 40], width: width)
        let isBelow = columns.widths[3] < Self.textWidth
        let narrow = TextColumns(for: cells.map { Array($0.dropLast()) }, indent: 2, limits: [40, 8], width: width)
        return rows.map { depth, row in
            switch row {
            case .note(let note):
                return Self.lines(note, indent: depth * 2 + 2, hanging: 2, width: width)
            case .field(let name, let need, let phrase, let text):
                let cells = [Self.indent(depth) + name, need, phrase]
                guard isBelow else { return columns.text(cells + [text]) }
                let below = text.isEmpty ? "" : Self.lines(text, indent: depth * 2 + 6, width: width)
                return narrow.text(cells) + below
            }
        }.joined()
    }

    private static func indent(_ depth: Int) -> String { String(repeating: "  ", count: depth) }

    /// A text in lines that begin with so many spaces, those after the first with a few more.
    private static func lines(_ text: String, indent: Int, hanging: Int = 0, width: Int) -> String {
        let space = String(repeating: " ", count: indent)
        return text.wrapped(to: max(30, width - indent - hanging)).enumerated().map { number, line in
            space + (number == 0 ? "" : String(repeating: " ", count: hanging)) + line + "\n"
        }.joined()
    }
}

extension ValueOutline {
    /// The members that all forms of the value have; what they hold is what the first says, less what only fits that form.
    fileprivate var sharedMembers: [FieldOutline] {
        guard let first = variants.first, variants.count > 1 else { return [] }
        return first.value.members.compactMap { member in
            let all = variants.compactMap { variant in variant.value.members.first { $0.name == member.name } }
            guard all.count == variants.count else { return nil }
            if all.allSatisfy({ $0.value == member.value }) { return member }
            let value = member.value.general
            guard all.allSatisfy({ $0.value.general == value }) else { return nil }
            return FieldOutline(member.name, isRequired: all.allSatisfy(\.isRequired), value: value)
        }
    }
}

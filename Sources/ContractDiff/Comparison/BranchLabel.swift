import JSON
import JSONSchema
import SeamContract

/// What a branch of alternatives is known by, however the document is ordered.
struct BranchLabel: Sendable {
    /// Values of one property that say that this branch is meant.
    struct Selector: Sendable, Equatable {
        /// The property's name.
        let property: String
        /// The values; empty when any will do.
        let values: Set<JSONValue>
        /// Whether the branch itself does not list the values: they are those that a `discriminator` maps to it, or its name.
        let isImplied: Bool
    }

    /// The label as it is shown: `error_code "x"`, a component's name, a title, or what the branch looks like.
    var text: String
    /// The values that say that this branch is meant; nil when it has no property for them.
    let selector: Selector?
    /// The names of the members that the branch lists.
    let properties: Set<String>
    /// The types that it allows.
    let types: ValueTypes
    /// The schema as it is written.
    let value: JSONValue
}

extension SchemaReader {
    /// The labels of the branches of alternatives, all different, in their order.
    ///
    /// - Parameters:
    ///   - alternatives: the alternatives.
    ///   - property: the property whose value says which branch is meant; nil when there is none.
    /// - Returns: a label for each branch.
    /// - Throws: `ContractError` when a reference leads nowhere.
    mutating func labels(
        of alternatives: Alternatives,
        selectedBy property: String?
    ) throws(ContractError) -> [BranchLabel] {
        var labels: [BranchLabel] = []
        for branch in alternatives.branches {
            labels.append(try label(of: branch, try view(of: branch.conjuncts), in: alternatives, selectedBy: property))
        }
        return Self.distinct(labels)
    }

    /// The property whose value says which of several branches is meant: the one that is named, else the first by name that
    /// has one value in each branch, and another one in each; nil when there is none.
    ///
    /// - Parameter alternatives: the branches.
    /// - Returns: the property's name.
    /// - Throws: `ContractError` when a reference leads nowhere.
    mutating func selectingProperty(of alternatives: Alternatives) throws(ContractError) -> String? {
        if let name = alternatives.discriminator?.value.propertyName { return name }
        guard alternatives.branches.count > 1 else { return nil }
        var views: [SchemaView] = []
        for branch in alternatives.branches {
            views.append(try view(of: branch.conjuncts))
        }
        for name in views[0].properties.keys.sorted() {
            var values: Set<JSONValue> = []
            for branch in views {
                guard let property = branch.properties[name],
                    let choices = try view(of: property.conjuncts).choices?.value, choices.count == 1,
                    values.insert(choices[0]).inserted
                else { break }
            }
            if values.count == views.count { return name }
        }
        return nil
    }

    private mutating func label(
        of branch: Alternatives.Branch,
        _ view: SchemaView,
        in alternatives: Alternatives,
        selectedBy name: String?
    ) throws(ContractError) -> BranchLabel {
        let selector = try selector(of: branch, view, in: alternatives, selectedBy: name)
        let first = branch.conjuncts.first
        let text =
            if let selector, !selector.values.isEmpty {
                "\(selector.property) \(selector.values.map { $0.serialized() }.sorted().joined(separator: "|"))"
            } else if let first, first.isReferenced {
                first.name
            } else {
                first?.part.value["title"]?.stringValue ?? view.shape
            }
        return BranchLabel(
            text: text,
            selector: selector,
            properties: Set(view.properties.keys),
            types: view.types,
            value: first?.part.value ?? .null
        )
    }

    /// The values of a property that say that a branch is meant: those that it lists, else those that the discriminator maps
    /// to it, else its name (OpenAPI 3.0.3, Discriminator Object).
    private mutating func selector(
        of branch: Alternatives.Branch,
        _ view: SchemaView,
        in alternatives: Alternatives,
        selectedBy name: String?
    ) throws(ContractError) -> BranchLabel.Selector? {
        guard let name, let property = view.properties[name] else { return nil }
        let listed = try self.view(of: property.conjuncts).choices?.value ?? []
        guard listed.isEmpty, let discriminator = alternatives.discriminator?.value,
            discriminator.propertyName == name, let first = branch.conjuncts.first, first.isReferenced
        else { return BranchLabel.Selector(property: name, values: Set(listed), isImplied: false) }
        let mapped = discriminator.mapping.filter { $0.value == first.name || $0.value.hasSuffix("/" + first.name) }
            .keys
        let values = mapped.isEmpty ? [first.name] : Array(mapped)
        return BranchLabel.Selector(property: name, values: Set(values.map { .string($0) }), isImplied: true)
    }

    /// The labels with numbers where several are the same.
    private static func distinct(_ labels: [BranchLabel]) -> [BranchLabel] {
        var counts: [String: Int] = [:]
        return labels.map { label in
            var label = label
            counts[label.text, default: 0] += 1
            if let count = counts[label.text], count > 1 { label.text += " #\(count)" }
            return label
        }
    }
}

extension SchemaView {
    /// What it looks like: the members that must be there, else all of them, else its types and formats.
    fileprivate var shape: String {
        let names = properties.keys.sorted()
        let required = names.filter { properties[$0]?.isRequired == true }
        if !required.isEmpty { return "with " + required.joined(separator: ", ") }
        return names.isEmpty ? phrase : "of " + names.joined(separator: ", ")
    }
}

import JSON
import JSONSchema
import YAMLSource

/// Goes through a document as the specification says it is built, follows references, and gathers the objects of each sort.
///
/// What the specification would not let stand is told on the way: members of the wrong type, missing and unknown ones.
struct DocumentWalk {
    /// A reference, and where it leads.
    struct Reference: Sendable {
        /// What it should lead to.
        let kind: ObjectKind
        /// The place of the object that is the reference.
        let owner: SchemaPlace
        /// Where it leads; nil when it leads nowhere.
        let target: SchemaPlace?
        /// Where its text stands.
        let place: SourcePlace
    }

    /// The version of the document.
    let version: OpenAPIVersion.Minor
    private let compiler: SchemaCompiler
    private let files: LocatedFiles
    /// The objects of each sort in the order they are met, each once.
    private(set) var sites: [ObjectKind: [LintSite]] = [:]
    /// The references in the order they are met.
    private(set) var references: [Reference] = []
    /// What was wrong.
    var problems: [ContractProblem] = []
    /// The objects that were met, and the references.
    private var (met, followed) = (Set<Visit>(), Set<Visit>())
    /// What references lead to and is still to be looked at.
    private var pending: [(value: LocatedValue, visit: Visit)] = []

    /// An object as something.
    private struct Visit: Hashable {
        let place: SchemaPlace
        let kind: ObjectKind
    }

    /// Goes through the document and all that it refers to.
    init(_ files: LocatedFiles, version: OpenAPIVersion.Minor, compiler: SchemaCompiler) {
        self.files = files
        self.version = version
        self.compiler = compiler
        visit(files.root, .object(.document), at: SchemaPlace("#"))
        while let (value, visit) = pending.popLast() {
            self.visit(value, .object(visit.kind), at: visit.place)
        }
    }

    /// Looks at a value that must have a shape.
    private mutating func visit(_ value: LocatedValue, _ shape: ValueShape, at place: SchemaPlace) {
        switch (shape, value.content) {
        case (.any, _): break
        case (.text, .scalar(.string)): break
        case (.flag, .scalar(.bool)): break
        case (.list(let item), .array(let items)):
            for (index, value) in items.enumerated() { visit(value, item, at: place.appending(index)) }
        case (.map(let member), .object(let members)):
            for (key, value) in members { visit(value, member, at: place.appending(key.name)) }
        case (.object(let kind), .object):
            if value["$ref"] == nil { enter(value, as: kind, at: place) } else { follow(value, as: kind, at: place) }
        case (.object(.schema), .scalar(.bool)) where version == .v3_1 || place.isAdditionalProperties: break
        default: tellMismatch(value, shape, at: place)
        }
    }

    /// Looks at an object that is no reference.
    private mutating func enter(_ value: LocatedValue, as kind: ObjectKind, at place: SchemaPlace) {
        guard met.insert(Visit(place: place, kind: kind)).inserted else { return }
        sites[kind, default: []].append(LintSite(kind: kind, value: value, place: place))
        let shape = kind.shape
        for (key, member) in value.members where !key.name.hasPrefix("x-") {
            if let field = shape.field(key.name, in: version) {
                visit(member, field.shape, at: place.appending(key.name))
            } else if let others = shape.others {
                visit(member, others, at: place.appending(key.name))
            } else {
                tellUnknown(key, in: kind)
            }
        }
        for field in shape.fields where field.requiredIn.contains(version) && value[field.name] == nil {
            tell("missing-member", at: value.place, "this \(kind.name) has no '\(field.name)' (add it)")
        }
    }

    /// Follows a reference where an object of that sort is expected.
    private mutating func follow(_ value: LocatedValue, as kind: ObjectKind, at place: SchemaPlace) {
        guard let text = value["$ref"], followed.insert(Visit(place: place, kind: kind)).inserted else { return }
        guard case .string(let reference)? = text.scalar else {
            return tellMismatch(text, .text, at: place.appending("$ref"))
        }
        guard let section = kind.section else {
            return tell("misplaced-reference", at: text.place, "\(kind.phrase) can't be a reference (write it out)")
        }
        if kind == .schema, !compiler.dialect.ignoresReferenceSiblings { enter(value, as: kind, at: place) }
        do throws(SchemaError) {
            let target = try compiler.target(of: reference, at: place.appending("$ref")).place
            references.append(Reference(kind: kind, owner: place, target: target, place: text.place))
            if let other = target.section, other != section {
                return tell(
                    "misplaced-reference",
                    at: text.place,
                    "'\(reference)' is none of the \(section), which is what stands here (refer to one of them)"
                )
            }
            guard let value = files.value(at: target) else { return }
            pending.append((value, Visit(place: target, kind: kind)))
        } catch {
            references.append(Reference(kind: kind, owner: place, target: nil, place: text.place))
            tell("unresolved-reference", at: text.place, error.message)
        }
    }
}

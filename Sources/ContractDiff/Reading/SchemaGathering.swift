import JSON
import JSONSchema
import SeamContract

/// Puts together what schemas that go together ask for.
struct SchemaGathering {
    /// What was gathered so far.
    var view = SchemaView()
    /// The schemas that were taken in.
    private var seen: Set<SchemaPlace> = []
    /// The schemas that are still to be taken in, the next one last.
    private var pending: [Conjunct] = []
    /// Where the members that must be there are named.
    var required: [String: SchemaPlace] = [:]

    /// Takes in schemas, and all that they refer to or list in `allOf`.
    ///
    /// A `oneOf` or `anyOf` with one branch, apart from null, is taken in too.
    /// - Parameter conjuncts: the schemas.
    /// - Throws: `DocumentFault` when a reference leads nowhere.
    mutating func gather(_ conjuncts: [Conjunct]) throws(DocumentFault) {
        pending = conjuncts.reversed()
        while let next = pending.popLast() {
            guard seen.insert(next.place).inserted else { continue }
            try take(next)
        }
        markRequired()
        view.dropIdleParts()
        view.alternatives.sort { ($0.keyword, $0.place.description) > ($1.keyword, $1.place.description) }
    }

    private mutating func take(_ conjunct: Conjunct) throws(DocumentFault) {
        let part = conjunct.part
        if part.value.boolValue == false { view.types = [] }
        guard let object = part.value.objectValue else {
            if part.value.boolValue == false { view.conjuncts.append(conjunct) }
            return
        }
        takeNotes(part)
        takeValues(part)
        takeLimits(part)
        try takeProperties(part)
        try takeConstraints(part)
        var others = try part.conjuncts("allOf")
        if let target = try part.referencedSchema() { others.insert(Conjunct(target, writtenAt: part.place), at: 0) }
        var taken = SchemaKeywords.withoutOwnRule
        for keyword in ["oneOf", "anyOf"] {
            let branches = try Self.branches(keyword, of: part)
            if branches.count > 1 {
                view.alternatives.append(Self.alternatives(keyword, branches, of: part))
            } else {
                others += branches
                taken.insert(keyword)
            }
        }
        if object.contains(where: { !taken.contains($0.key) && !$0.key.hasPrefix("x-") }) {
            view.conjuncts.append(conjunct)
        }
        pending += others.reversed()
    }

    /// The branches of a `oneOf` or `anyOf` without those that allow only null.
    ///
    /// A branch of an `anyOf` that is itself nothing but an `anyOf` stands for its branches.
    private static func branches(_ keyword: String, of part: DocumentPart) throws(DocumentFault) -> [Conjunct] {
        let branches = try part.conjuncts(keyword).filter { !$0.part.value.allowsOnlyNull }
        guard keyword == "anyOf", branches.count > 1 else { return branches }
        var (flat, pending) = ([Conjunct](), [Conjunct](branches.reversed()))
        var opened: Set = [part.place]
        while let next = pending.popLast() {
            if !next.part.value.isNothingButAnyOf {
                flat.append(next)
            } else if opened.insert(next.place).inserted {
                pending += try next.part.conjuncts("anyOf").filter { !$0.part.value.allowsOnlyNull }.reversed()
            }
        }
        return flat
    }

    private static func alternatives(_ keyword: String, _ branches: [Conjunct], of part: DocumentPart) -> Alternatives {
        let discriminator = part.value["discriminator"]
        let mapping = discriminator?["mapping"]?.objectValue?.compactMap { member in
            member.value.stringValue.map { (member.key, $0) }
        }
        return Alternatives(
            keyword: keyword,
            branches: branches.map { Alternatives.Branch(conjuncts: [$0]) },
            discriminator: discriminator?["propertyName"]?.stringValue.map { name in
                Found(
                    value: Alternatives.Discriminator(
                        propertyName: name,
                        mapping: Dictionary(mapping ?? []) { first, _ in first }
                    ),
                    place: part.place.appending("discriminator")
                )
            },
            place: part.place.appending(keyword)
        )
    }
}

extension JSONValue {
    /// Whether a schema asks for nothing but an `anyOf`, apart from words for people.
    fileprivate var isNothingButAnyOf: Bool {
        guard let object = objectValue, self["anyOf"]?.arrayValue != nil else { return false }
        return object.allSatisfy { $0.key == "anyOf" || SchemaKeywords.notes.contains($0.key) }
    }
}

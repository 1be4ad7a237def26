import JSON
import JSONSchema

extension Comparer {
    /// Compares the patterns and formats.
    mutating func compareStrings(_ old: SchemaView, _ new: SchemaView, _ pair: SchemaPair) {
        compareNames(
            old.patterns,
            new.patterns,
            pair,
            of: "pattern",
            (.patternAdded, .patternRemoved, .patternChanged)
        )
        compareNames(old.formats, new.formats, pair, of: "format", (.formatAdded, .formatRemoved, .formatChanged))
    }

    /// Compares texts all of which count: more of them allow less.
    private mutating func compareNames(
        _ old: [String: SchemaPlace],
        _ new: [String: SchemaPlace],
        _ pair: SchemaPair,
        of keyword: String,
        _ rules: (added: SchemaRule, removed: SchemaRule, changed: SchemaRule)
    ) {
        let (before, after) = (Set(old.keys), Set(new.keys))
        guard before != after else { return }
        let (was, now) = (old.phrase, new.phrase)
        let sentence =
            switch (before.isEmpty, after.isEmpty) {
            case (true, _): "the \(keyword) is now \(now) (was none)"
            case (_, true): "there is no \(keyword) any more (was \(was))"
            default: "the \(keyword) is now \(now) (was \(was))"
            }
        let rule =
            before.isStrictSubset(of: after)
            ? rules.added : after.isStrictSubset(of: before) ? rules.removed : rules.changed
        note(rule, pair, old: old.evidence, new: new.evidence, sentence)
    }

    /// Compares the bounds.
    ///
    /// A `multipleOf` that is neither a multiple of the other nor the reverse is both tighter and looser.
    mutating func compareLimits(_ old: SchemaView, _ new: SchemaView, _ pair: SchemaPair) {
        for limit in Limit.allCases {
            let (before, after) = (old.limits[limit], new.limits[limit])
            guard before?.value != after?.value else { continue }
            let was = before?.value.phrase(of: limit) ?? "none"
            let now = after?.value.phrase(of: limit) ?? "none"
            let sentence = "\(limit.rawValue) is now \(now) (was \(was))"
            let sides = (before.map { $0.evidence(.string(was)) }, after.map { $0.evidence(.string(now)) })
            let trail = pair.trail.part(limit.rawValue)
            if limit.allowsMore(before?.value, than: after?.value) {
                note(limit.rules.tightened, pair, old: sides.0, new: sides.1, at: trail, sentence)
            }
            if limit.allowsMore(after?.value, than: before?.value) {
                note(limit.rules.loosened, pair, old: sides.0, new: sides.1, at: trail, sentence)
            }
        }
    }
}

extension [String: SchemaPlace] {
    /// The texts for a sentence.
    fileprivate var phrase: String {
        keys.sorted().map { JSONValue.string($0).excerpt }.joined(separator: " and ")
    }

    /// The texts as one side of a change; nil when there are none.
    fileprivate var evidence: Evidence? {
        let texts = keys.sorted()
        return texts.first.flatMap { self[$0] }.map { place in
            Evidence(place, texts.count == 1 ? .string(texts[0]) : .array(texts.map { .string($0) }))
        }
    }
}

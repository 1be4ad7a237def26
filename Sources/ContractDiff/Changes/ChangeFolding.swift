import JSONSchema
import SeamContract
import YAMLSource

/// Makes one change of all observations that say the same at the same place, and tells which operations it concerns.
struct ChangeFolding {
    /// What says that observations are the same change.
    private struct Key: Hashable {
        let rule: String
        let trail: Trail
        let sentence: String
        let isOfComponent: Bool
        /// The path when the change is about an operation as a whole; empty for changes that many operations can share.
        let path: String
    }

    /// One change in the making.
    private struct Fold {
        let observation: Observation
        var methods: [String: Set<Contract.Method>] = [:]
    }

    private let units: [ComparisonUnit]
    /// What each path takes, in either document.
    private let methods: [String: Set<Contract.Method>]
    private var folds: [Key: Fold] = [:]
    /// The keys in the order in which they were met.
    private var keys: [Key] = []

    /// A folding of what was found.
    ///
    /// - Parameters:
    ///   - units: what was compared.
    ///   - methods: what each path takes, in either document.
    init(units: [ComparisonUnit], methods: [String: Set<Contract.Method>]) {
        self.units = units
        self.methods = methods
    }

    /// The changes, in no order that means anything.
    mutating func changes(from old: ContractDocument, to new: ContractDocument) -> [Change] {
        for (number, unit) in units.enumerated() {
            guard case .operation(let path, let methods) = unit.subject else { continue }
            for reached in unitsReached(from: number) {
                for observation in units[reached].changes {
                    fold(observation, isOfComponent: reached != number, path, methods)
                }
            }
        }
        let found = keys.compactMap { key in folds[key].map { (key, $0) } }
        let oldSources = old.sources(of: Set(found.compactMap { $1.observation.old?.place }))
        let newSources = new.sources(of: Set(found.compactMap { $1.observation.new?.place }))
        return found.map { key, fold in
            let observation = fold.observation
            let operations = references(fold.methods)
            return Change(
                rule: observation.rule,
                place: observation.trail.description,
                operations: operations,
                old: observation.old.map { side($0, oldSources) },
                new: observation.new.map { side($0, newSources) },
                sentence: observation.sentence,
                fingerprint: fingerprint(observation, operations: key.isOfComponent ? [] : operations.map(\.path)),
                impact: observation.rule.impact
            )
        }
    }

    /// A unit and all that it refers to, directly or not, in the order in which they were found.
    private func unitsReached(from start: Int) -> [Int] {
        var (reached, pending): (Set<Int>, [Int]) = ([start], [start])
        while let number = pending.popLast() {
            for link in units[number].links where reached.insert(link).inserted { pending.append(link) }
        }
        return reached.sorted()
    }

    private mutating func fold(
        _ observation: Observation,
        isOfComponent: Bool,
        _ path: String,
        _ methods: [Contract.Method]
    ) {
        let key = Key(
            rule: observation.rule.id,
            trail: observation.trail,
            sentence: observation.sentence,
            isOfComponent: isOfComponent,
            path: observation.trail.description.isEmpty ? path : ""
        )
        if folds[key] == nil { keys.append(key) }
        folds[key, default: Fold(observation: observation)].methods[path, default: []].formUnion(methods)
    }

    private func references(_ methods: [String: Set<Contract.Method>]) -> [OperationReference] {
        methods.sorted { $0.key < $1.key }.map { path, methods in
            OperationReference(
                path: path,
                methods: Contract.Method.allCases.filter(methods.contains),
                isWholePath: self.methods[path]?.isSubset(of: methods) != false
            )
        }
    }

    private func side(_ evidence: Evidence, _ sources: [SchemaPlace: SourcePlace]) -> Change.Side {
        Change.Side(
            pointer: evidence.place.description,
            source: sources[evidence.place] ?? SourcePlace(file: evidence.place.document),
            value: evidence.value
        )
    }

    private func fingerprint(_ observation: Observation, operations: [String]) -> String {
        let parts = [observation.rule.id, observation.trail.description] + operations
        return StableHash(parts.map { "\($0.utf8.count):\($0)" }.joined()).hexadecimal
    }
}

extension DocumentView {
    /// What each path takes here or in another document, by the path as it is written in the other, else here.
    func methodsByTemplate(with new: DocumentView) -> [String: Set<Contract.Method>] {
        var methods: [String: Set<Contract.Method>] = [:]
        for template in Set(paths.keys).union(new.paths.keys) {
            guard let path = (new.paths[template] ?? paths[template])?.path else { continue }
            methods[path] = Set(paths[template]?.methods.keys.map(\.self) ?? [])
                .union(new.paths[template]?.methods.keys.map(\.self) ?? [])
        }
        return methods
    }
}

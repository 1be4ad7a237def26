import JSONSchema
import SeamContract
import YAMLSource

/// Makes one change of all observations that say the same at the same place, and tells which operations it concerns.
struct ChangeFolding {
    /// What says that observations are one change of an operation or of a component.
    private struct Key: Hashable {
        let rule: String
        let trail: Trail
        /// The path; nil in a component.
        let path: String?
    }

    /// What says that changes of operations are one.
    private struct SharedKey: Hashable {
        let rule: String
        let trail: Trail
        /// What has changed; nil in a component, whose changes are one whatever is said of them.
        let sentence: String?
        /// The path when the change is about an operation as a whole, since those are told one by one.
        let path: String?
    }

    /// One change in the making.
    private struct Fold {
        let observation: Observation
        let isOfComponent: Bool
        var methods: [String: Set<Contract.Method>]
    }

    private let units: [ComparisonUnit]
    /// What each path takes, in either document.
    private let methods: [String: Set<Contract.Method>]
    /// The changes of each operation and component, in the order in which they were met.
    private var folds: [Fold] = []
    /// Where in ``folds`` a change stands.
    private var places: [Key: Int] = [:]

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
    mutating func changes(from old: OpenAPIDocument, to new: OpenAPIDocument) -> [Change] {
        for (number, unit) in units.enumerated() {
            guard case .operation(let path, let methods) = unit.subject else { continue }
            for reached in unitsReached(from: number) {
                for observation in units[reached].changes {
                    fold(observation, isOfComponent: reached != number, path, methods)
                }
            }
        }
        let shared = sharedFolds()
        let oldSources = old.sources(of: Set(shared.compactMap { $0.observation.old?.place }))
        let newSources = new.sources(of: Set(shared.compactMap { $0.observation.new?.place }))
        return shared.map { fold in
            let observation = fold.observation
            let operations = references(fold.methods)
            return Change(
                rule: observation.rule,
                place: observation.trail.description,
                operations: operations,
                old: observation.old.map { side($0, oldSources) },
                new: observation.new.map { side($0, newSources) },
                sentence: observation.sentence,
                fingerprint: fingerprint(observation, operations: fold.isOfComponent ? [] : operations.map(\.path)),
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
        let key = Key(rule: observation.rule.id, trail: observation.trail, path: isOfComponent ? nil : path)
        if let place = places[key] {
            folds[place].methods[path, default: []].formUnion(methods)
        } else {
            places[key] = folds.count
            folds.append(
                Fold(observation: observation, isOfComponent: isOfComponent, methods: [path: Set(methods)])
            )
        }
    }

    /// The changes with those of several operations that say the same made one.
    private func sharedFolds() -> [Fold] {
        var shared: [Fold] = []
        var places: [SharedKey: Int] = [:]
        for fold in folds {
            let observation = fold.observation
            let key = SharedKey(
                rule: observation.rule.id,
                trail: observation.trail,
                sentence: fold.isOfComponent ? nil : observation.sentence,
                path: observation.trail.description.isEmpty ? fold.methods.keys.first : nil
            )
            if let place = places[key] {
                shared[place].methods.merge(fold.methods) { $0.union($1) }
            } else {
                places[key] = shared.count
                shared.append(fold)
            }
        }
        return shared
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

import GRDB
public import Results

extension Store {
    /// What a merge came to.
    public struct Merging: Sendable, Hashable {
        /// A run that was put together from shards.
        public struct ShardedRun: Sendable, Hashable {
            /// Its header, which tells the shards that came and those that are missing.
            public let header: RunHeader
            /// How it ended.
            public let ending: RunEnding?
        }

        /// The ids of the runs that the store did not have before, or not all of them, sorted.
        public let changed: [String]
        /// The runs of shards that were looked at, by id: those of the other stores, and those made in the store itself.
        public let sharded: [ShardedRun]
        /// The ids of runs that still go on, sorted: they are left out.
        public let leftOut: [String]
    }

    /// Takes all runs of other stores into one and puts the shards of one run together, in one transaction.
    ///
    /// It does not matter in which order stores are merged, nor how often: of two records of one run, and of two runs of one
    /// shard, the one that says more is kept (`RunRecord.joined`, `ShardedRun.join`), and what is equal is stored once.
    /// What their runs may have left in an endpoint is taken over, too, so that a sweep of the one store deletes it.
    /// The other stores are copied, brought up to date and looked over; they are left as they are.
    /// - Parameters:
    ///   - sources: the files of the other stores; the target may be among them.
    ///   - target: the file of the store that takes them, which is made when it is missing.
    /// - Returns: what it came to.
    /// - Throws: `StoreError`, which names the store that is wrong; then nothing was changed.
    public static func merging(_ sources: [String], into target: String) throws -> Merging {
        try merging(sources) { try Store(path: target) }
    }

    /// Takes all runs of other stores into one that is opened when they are known to be usable.
    ///
    /// - Parameters:
    ///   - sources: the files of the other stores.
    ///   - open: opens the store that takes them; a test plays a full disk with it.
    /// - Returns: what it came to.
    /// - Throws: `StoreError`.
    package static func merging(_ sources: [String], into open: () throws -> Store) throws -> Merging {
        let collections = try sources.map { try RunCollection(of: Store(copyOf: $0)) }
        let store = try open()
        return try reporting(store.path) {
            try store.write { try store.merge(collections, in: $0) }
        }
    }

    /// The ids of runs in the order in which they take their places: that of when they began, which does not follow from the
    /// order of the stores.
    private func inOrder(_ ids: Set<String>, of collections: [RunCollection]) -> [String] {
        let starts = collections.reduce(into: [:]) { $0.merge($1.starts, uniquingKeysWith: min) }
        return ids.sorted { left, right in
            let (first, second) = (starts[left], starts[right])
            guard let first, let second, first != second else { return left < right }
            return first < second
        }
    }

    private func merge(_ sources: [RunCollection], in database: Database) throws -> Merging {
        let own = try RunCollection(of: self, in: database)
        let unsettled = own.runs.keys.filter { !own.isSettled($0) }
        let ids = Set(sources.flatMap(\.runs.keys) + unsettled).subtracting(own.goingOn)
        var changed: [String] = []
        var sharded: [Merging.ShardedRun] = []
        for id in inOrder(ids, of: [own] + sources) {
            let mine = try own.records(of: id, in: database)
            var all = mine
            for source in sources { all += try source.records(of: id) }
            guard let first = all.first else { continue }
            let joined = all.dropFirst().reduce(first) { $0.joined(with: $1) }
            if case .sharded(let run) = joined {
                let record = run.record
                sharded.append(.init(header: record.header, ending: record.ending))
            }
            if mine == [joined], own.isSettled(id) { continue }
            changed.append(id)
            var place: Int64?
            for row in own.runs[id] ?? [] {
                let sql = "DELETE FROM run WHERE id = ? RETURNING place"
                place = max(place ?? 0, try Int64.fetchOne(database, sql: sql, arguments: [row]) ?? 0)
            }
            try joined.write(into: RowWriter(database: database), at: place)
        }
        try removeUnreferred(from: database)
        for source in sources { try takeOver(source.journal, in: database) }
        return Merging(
            changed: changed.sorted(),
            sharded: sharded.sorted { $0.header.id < $1.header.id },
            leftOut: Set((sources + [own]).flatMap(\.goingOn)).subtracting(ids).sorted()
        )
    }
}

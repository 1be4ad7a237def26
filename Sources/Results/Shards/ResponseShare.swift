public import Timestamps

/// What one shard of a run found for an `every-response` case, which every shard has.
///
/// Such cases are put together into one: the worst verdict counts, and how often the requirement was weighed and broken is added
/// up. The exchanges of shard 3 are numbered from 301, so that they can be told apart again.
public struct ResponseShare: Sendable, Hashable {
    /// How far apart the exchanges of two shards are numbered.
    static let stride = 100

    /// The number of the shard, counted from 1.
    public let shard: Int
    /// When the case began in it.
    public let startedAt: Timestamp
    /// What it came to; nil when the shard did not come to its end.
    public let result: CaseResult?

    /// What a shard found.
    ///
    /// - Parameters:
    ///   - shard: the number of the shard.
    ///   - startedAt: when the case began in it.
    ///   - result: what it came to.
    public init(shard: Int, startedAt: Timestamp, result: CaseResult?) {
        self.shard = shard
        self.startedAt = startedAt
        self.result = result
    }
}

extension CaseRecord {
    /// One `every-response` case out of those of several shards.
    ///
    /// - Parameter parts: the case in each shard that had it, by the number of the shard; never empty.
    init(joining parts: [(shard: Int, record: CaseRecord)]) {
        let parts = parts.sorted { $0.shard < $1.shard }
        let first = parts.map(\.record.header).min { $0.startedAt < $1.startedAt }
        self.init(header: first ?? parts[0].record.header)
        for (shard, record) in parts {
            exchanges += record.exchanges.map { $0.numbered($0.ordinal + shard * ResponseShare.stride) }
            findings += record.findings.map { finding in
                finding.showing(exchange: finding.exchange.map { $0 + shard * ResponseShare.stride })
            }
            attempts += record.attempts
        }
        attempts.sort { $0.finishedAt < $1.finishedAt }
        result = CaseResult(joining: parts.compactMap(\.record.result))
    }

    /// What a shard had of a case that was joined out of several.
    ///
    /// - Parameters:
    ///   - share: what is known of the shard's part.
    ///   - isFirst: whether it is the first of the shards, with which the re-runs of the case are.
    /// - Returns: the case as the shard had it.
    public func part(of share: ResponseShare, isFirst: Bool) -> CaseRecord {
        var header = header
        header.startedAt = share.startedAt
        let base = share.shard * ResponseShare.stride
        let ordinals = base..<base + ResponseShare.stride
        var part = CaseRecord(header: header)
        part.exchanges = exchanges.filter { ordinals.contains($0.ordinal) }.map { $0.numbered($0.ordinal - base) }
        part.findings = findings.filter { $0.exchange.map(ordinals.contains) ?? isFirst }.map { finding in
            finding.showing(exchange: finding.exchange.map { $0 - base })
        }
        part.attempts = isFirst ? attempts : []
        part.result = share.result
        return part
    }
}

extension CaseResult {
    /// One result out of those of several shards; nil when there are none.
    fileprivate init?(joining results: [CaseResult]) {
        let order: [Verdict] = [
            .failed, .error, .waived, .unexpectedPass, .warned, .passed, .blocked, .skipped, .notApplicable,
        ]
        guard let worst = order.lazy.compactMap({ verdict in results.first { $0.verdict == verdict } }).first,
            let last = results.map(\.finishedAt).max()
        else { return nil }
        let weighed = Dictionary(grouping: results.flatMap(\.requirements), by: \.id)
        let requirements = weighed.sorted { $0.key < $1.key }.map { id, parts in
            RequirementResult(
                id: id,
                level: parts[0].level,
                weighed: parts.reduce(0) { $0 + $1.weighed },
                broken: parts.reduce(0) { $0 + $1.broken }
            )
        }
        var seen: Set<String> = []
        self.init(
            id: worst.id,
            verdict: worst.verdict,
            reason: worst.reason,
            requirements: requirements,
            untested: Set(results.flatMap(\.untested)).subtracting(weighed.keys).sorted(),
            witnesses: results.flatMap(\.witnesses).filter { seen.insert($0).inserted },
            duration: results.reduce(.zero) { $0 + $1.duration },
            finishedAt: last
        )
    }
}

extension Exchange {
    /// The exchange with another number and name of its step.
    ///
    /// - Parameters:
    ///   - ordinal: the number.
    ///   - step: the name of the step; nil keeps it.
    /// - Returns: the exchange.
    package func numbered(_ ordinal: Int, step: String? = nil) -> Exchange {
        var exchange = self
        exchange.ordinal = ordinal
        exchange.step = step ?? self.step
        return exchange
    }
}

extension Finding {
    /// The finding with another exchange and name of its step.
    ///
    /// - Parameters:
    ///   - exchange: the number of the exchange in its case.
    ///   - step: the name of the step; nil keeps it.
    /// - Returns: the finding.
    package func showing(exchange: Int?, step: String? = nil) -> Finding {
        var finding = self
        finding.exchange = exchange
        finding.step = step ?? self.step
        return finding
    }
}

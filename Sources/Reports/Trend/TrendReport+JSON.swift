import JSON
import Results
import SeamContract
import Timestamps
import Trends

extension TrendReport {
    /// The trend in full as one object; `version` counts up when a member changes its meaning.
    var json: JSONValue {
        let scope = overview.scope
        return .members([
            "version": 1,
            "headline": .string(headline),
            "is_embedded": .bool(scope.isEmbedded),
            "labels": .array(scope.labels.map { ["key": .string($0.key), "value": .string($0.value)] }),
            "older_nights": .count(scope.olderCount),
            "other_runs": .count(scope.elsewhereCount),
            "nights": .array(overview.nights.map(\.json)),
            "open": .array(overview.open.map(\.json)),
            "flaky": .array(overview.flaky.map(\.json)),
            "kinds": .object(
                Trend.Kind.allCases.reduce(into: JSONObject()) { kinds, kind in
                    kinds[kind.rawValue] = overview.kinds[kind].map { .count($0) }
                }
            ),
            "requirements": .array(overview.requirements.map(\.json)),
            "latencies": .array(overview.latencies.map(\.json)),
            "drift": .array(overview.drifts.map(\.json)),
        ])
    }
}

extension RunReference {
    fileprivate var json: JSONValue { ["run": .string(id), "started_at": .string(startedAt.rfc3339)] }
}

extension TrendOverview.Night {
    fileprivate var json: JSONValue {
        .members([
            "run": .string(header.id),
            "started_at": .string(header.startedAt.rfc3339),
            "endpoint": .string(header.endpoint),
            "ending": ending.map { .string($0.reason.rawValue) } ?? .null,
            "counts": .object(
                Verdict.allCases.reduce(into: JSONObject()) { object, verdict in
                    object[verdict.rawValue] = counts[verdict].map { .count($0) }
                }
            ),
            "unfinished": .count(unfinishedCount),
            "judged": .count(judgedCount),
            "passed": .count(passedCount),
            "changes": .array(changes.map { .string($0.subject) }),
            "is_after_gap": .bool(isAfterGap),
        ])
    }
}

extension OpenFailure {
    fileprivate var json: JSONValue {
        .members([
            "case": .string(id),
            "title": .string(title),
            "kind": .string(kind.rawValue),
            "chance_broken": JSONNumber(chanceBroken).map { .number($0) },
            "is_waived": .bool(isWaived),
            "is_stale": .bool(isStale),
            "requirements": .array(requirements.map { .string($0) }),
            "since": since.json,
            "judged_nights": .count(length),
            "last_good": lastGood?.json ?? .null,
            "last_judged": lastSeen.json,
            "changed": .array(differences.map { .string($0.words) }),
            "suspects": .array(suspects.map { .string($0.rawValue) }),
            "broke_between": range.map {
                [.string($0.lowerBound.rfc3339), .string($0.upperBound.rfc3339)]
            } ?? .null,
        ])
    }
}

extension FlakyCase {
    fileprivate var json: JSONValue {
        .members([
            "case": .string(id),
            "title": .string(title),
            "rate": JSONNumber(rate).map { .number($0) },
            "low": JSONNumber(interval.lowerBound).map { .number($0) },
            "high": JSONNumber(interval.upperBound).map { .number($0) },
            "failed_nights": .count(failedCount),
            "judged_nights": .count(judgedCount),
            "last_failure": lastFailure.map { .string($0) } ?? .null,
        ])
    }
}

extension RequirementLine {
    fileprivate var json: JSONValue {
        .members([
            "requirement": .string(id),
            "level": .string(level.rawValue),
            "nights": .array(cells.map { $0?.json ?? .null }),
        ])
    }
}

extension RequirementLine.Cell {
    fileprivate var json: JSONValue {
        ["state": .string("\(state)"), "weighed": .count(weighed), "broken": .count(broken)]
    }
}

extension LatencyLine {
    fileprivate var json: JSONValue {
        ["operation": .string(operation), "nights": .array(points.map { $0?.json ?? .null })]
    }
}

extension LatencyLine.Point {
    fileprivate var json: JSONValue {
        [
            "p50_us": .count(Int(median.wholeMicroseconds)), "p95_us": .count(Int(p95.wholeMicroseconds)),
            "p99_us": .count(Int(p99.wholeMicroseconds)), "count": .count(Int(clamping: count)),
        ]
    }
}

extension DriftTurn {
    fileprivate var json: JSONValue {
        [
            "operation": .string(operation), "what": .string(what), "is_gone": .bool(isGone), "since": since.json,
            "suspects": .array(suspects.map { .string($0.rawValue) }),
        ]
    }
}

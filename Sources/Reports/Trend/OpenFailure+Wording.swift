import Results
import Trends

extension OpenFailure {
    /// Since when: `since 2026-08-12 (9 nights)`, or that it was so in the first night already.
    var sinceWords: String {
        let nights = Wording.count(length, "judged night")
        return lastGood == nil
            ? "in all of \(nights), the first of them \(since.startedAt.day)"
            : "since \(since.startedAt.day), \(nights)"
    }

    /// Who is to blame, and by what that can be told.
    var blame: String {
        guard let lastGood else { return "not told: it held in none of the nights" }
        let names = suspects.map(\.rawValue).joined(separator: ", ")
        let changed =
            differences.isEmpty ? "nothing else changed" : TrendReport.list(differences.map(\.words), limit: 4)
        let doubt = kind == .flaky ? "chance, since it fails now and then; else " : ""
        return "\(doubt)\(names) (since \(lastGood.startedAt.day): \(changed))"
    }

    /// Between which nights it broke, where that is no single one; nil else.
    var rangeWords: String? {
        range.map { "between \($0.lowerBound.day) and \($0.upperBound.day)" }
    }

    /// What it is: `waived`, `last judged 2026-08-10`, or the kind of its line.
    var state: String { isWaived ? "waived" : isStale ? "last judged \(lastSeen.startedAt.day)" : kind.rawValue }

    /// Its class on the page.
    var style: String {
        isWaived ? "waived" : isStale ? "unfinished" : kind == .flaky ? "warned" : "failed"
    }
}

extension ContextDifference {
    /// What it is that changed: `suite`, `label commit`.
    var subject: String {
        switch self {
        case .suite: "suite"
        case .contract: "contract"
        case .endpoint: "endpoint"
        case .label(let key, _, _): "label \(key)"
        }
    }

    /// What changed from what to what: `commit 1a2b → 3c4d`.
    var words: String {
        switch self {
        case .suite(let before, let after), .contract(let before, let after), .endpoint(let before, let after):
            "\(subject) \(before) → \(after)"
        case .label(let key, let before, let after):
            "\(key) \(Self.values(before)) → \(Self.values(after))"
        }
    }

    private static func values(_ values: [String]) -> String {
        values.isEmpty ? "none" : values.joined(separator: ", ")
    }
}

extension FlakyCase {
    /// How often it fails: `8.3 % (2.1 % to 19.0 %)`.
    var rateWords: String {
        "\(Wording.percent(rate)) (\(Wording.percent(interval.lowerBound)) to \(Wording.percent(interval.upperBound)))"
    }
}

extension Wording {
    /// `8.3 %`, rounded to the nearest tenth.
    ///
    /// - Parameter share: the share, 0 to 1.
    /// - Returns: the words.
    static func percent(_ share: Double) -> String { percent(tenths: Int((share * 1000).rounded())) }

    /// `8.3 %` of 83.
    ///
    /// - Parameter tenths: the tenths of a percent, at least 0.
    /// - Returns: the words.
    static func percent(tenths: Int) -> String { "\(tenths / 10).\(tenths % 10) %" }
}

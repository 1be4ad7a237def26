import Results

extension ConsoleReport {
    /// An operation that keeps cases from being judged, with the exchange that shows it.
    ///
    /// - Parameter obstacle: the operation.
    /// - Returns: the lines.
    func lines(of obstacle: Obstacle) -> [String] {
        let word = obstacle.kind == .broken ? "CAUSE" : "MISSING"
        let count = Wording.count(obstacle.caseCount, "case")
        let title = [
            ink.paint(word, .bold, .red), ink.paint(obstacle.operation.visible, .bold),
            ink.paint(obstacle.kind == .broken ? "took down \(count)" : "in \(count)", .faint),
        ]
        return [title.joined(separator: "  ")] + field("found", obstacle.evidence)
            + field("blocked", obstacle.kind == .broken ? list(obstacle.witnesses) : "")
            + field("skipped", list(obstacle.skipped))
            + field("demanded", obstacle.demanded.joined(separator: ", "))
            + field("cases", obstacle.kind == .missing ? list(obstacle.witnesses) : "")
            + (obstacle.exchange.map { self.lines(of: $0) } ?? [])
    }

    /// `12 cases: a, b, c, and 9 more`; nothing for none.
    private func list(_ cases: [String]) -> String {
        guard !cases.isEmpty else { return "" }
        let rest = cases.count > 3 ? ", and \(cases.count - 3) more" : ""
        return "\(Wording.count(cases.count, "case")): \(cases.prefix(3).joined(separator: ", "))\(rest)"
    }
}

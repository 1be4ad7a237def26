extension Duration {
    /// Reads a time as scenarios write it: a whole number and `ms`, `s`, `m`, `h` or `d`, as in `200ms` or `30d`.
    ///
    /// - Parameter scenarioText: the text; nil comes back when it is something else.
    package init?(scenarioText: some StringProtocol) {
        let digits = scenarioText.prefix { ("0"..."9").contains($0) }
        guard let number = Int(digits), number <= 1_000_000_000 else { return nil }
        switch scenarioText.dropFirst(digits.count) {
        case "ms": self = .milliseconds(number)
        case "s": self = .seconds(number)
        case "m": self = .seconds(number * 60)
        case "h": self = .seconds(number * 3600)
        case "d": self = .seconds(number * 86_400)
        default: return nil
        }
    }

    /// The time as scenarios write it, in the largest unit that divides it; fractions of a millisecond are dropped.
    package var scenarioText: String {
        let (seconds, attoseconds) = components
        let milliseconds = attoseconds / 1_000_000_000_000_000
        if milliseconds != 0 { return "\(seconds * 1000 + milliseconds)ms" }
        let units: [(size: Int64, name: String)] = [(86_400, "d"), (3600, "h"), (60, "m")]
        for unit in units where seconds != 0 && seconds.isMultiple(of: unit.size) {
            return "\(seconds / unit.size)\(unit.name)"
        }
        return "\(seconds)s"
    }
}

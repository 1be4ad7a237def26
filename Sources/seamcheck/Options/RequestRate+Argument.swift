public import ArgumentParser
public import Conformance

extension RequestRate: ExpressibleByArgument {
    /// The units of time that a rate may be of.
    private static let periods: [Substring: Duration] = ["s": .seconds(1), "m": .seconds(60), "h": .seconds(3600)]

    /// Reads a rate such as `20/s`, `100/m` or `1000/h`; nil when it is something else, or not from 1 to 10000.
    ///
    /// - Parameter argument: the text.
    public init?(argument: String) {
        let parts = argument.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2, let period = Self.periods[parts[1]], parts[0].allSatisfy(\.isNumber),
            let count = Int(parts[0]), (1...10_000).contains(count)
        else { return nil }
        self.init(count, per: period)
    }
}

import ArgumentParser
import Scenarios

/// A time on the command line: seconds, or a whole number with its unit, such as `90`, `1.5`, `200ms`, `10m` or `1h`.
struct TimeSpan: Sendable, Hashable {
    /// The time.
    let duration: Duration

    /// A time.
    ///
    /// - Parameter duration: the time.
    init(_ duration: Duration) {
        self.duration = duration
    }
}

extension TimeSpan: ExpressibleByArgument {
    /// Reads a time; nil when it is something else, or negative.
    init?(argument: String) {
        if let duration = Duration(scenarioText: argument) {
            self.init(duration)
        } else if let seconds = Double(argument), (0...1e9).contains(seconds) {
            self.init(.seconds(seconds))
        } else {
            return nil
        }
    }
}

extension TimeSpan: CustomStringConvertible {
    /// How it is written, such as `1h`.
    var description: String { duration.scenarioText }
}

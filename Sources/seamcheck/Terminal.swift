import Foundation

/// A stream that a person or a file reads: where every line of the program goes out.
struct Terminal: Sendable {
    /// What the program was asked for.
    static let standardOutput = Terminal(descriptor: STDOUT_FILENO)
    /// Progress and trouble.
    static let standardError = Terminal(descriptor: STDERR_FILENO)

    private let descriptor: Int32

    private init(descriptor: Int32) {
        self.descriptor = descriptor
    }

    /// Whether a person is looking: it is a terminal, and the environment does not say that it is a dumb one or CI.
    func isInteractive(in environment: [String: String]) -> Bool {
        isatty(descriptor) == 1 && environment["TERM"] != "dumb" && environment["CI", default: ""].isEmpty
    }

    /// Whether colours may be used: on a terminal, unless `NO_COLOR` is set to anything (<https://no-color.org>).
    func isColoured(in environment: [String: String]) -> Bool {
        isInteractive(in: environment) && environment["NO_COLOR", default: ""].isEmpty
    }

    /// How many columns it has; 100 when it can't be told.
    var width: Int {
        var size = winsize()
        return ioctl(descriptor, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 0 ? Int(size.ws_col) : 100
    }

    /// Writes the text as it is; a reader that has gone away is no reason to stop judging.
    func write(_ text: String) {
        write(bytes: Array(text.utf8))
    }

    /// Writes the bytes as they are.
    func write(bytes: [UInt8]) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let written = rest.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
            if written < 0, errno != EINTR { return }
            rest = rest.dropFirst(max(0, written))
        }
    }
}

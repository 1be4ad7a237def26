import Foundation
import Redaction
import Synchronization

/// A stream that a person or a file reads: where every line of the program goes out.
struct Terminal: Sendable {
    /// What the program was asked for.
    static let standardOutput = Terminal(descriptor: STDOUT_FILENO)
    /// Progress and trouble.
    static let standardError = Terminal(descriptor: STDERR_FILENO)

    /// Why standard output took less than it was given, as an error number; nil when nothing was lost, or its reader has
    /// gone away, which is no trouble of ours.
    static var lostOutput: Int32? { lossOfOutput.withLock(\.self) }

    /// Takes the user's secrets out of everything that is written, whoever it comes from: the last line of defence, behind
    /// those that redact what an endpoint says.
    ///
    /// A secret of fewer than eight bytes may be a word that stands anywhere.
    private static let redactor: Redactor = {
        let settings = EndpointSettings(environment: ProcessInfo.processInfo.environment, option: nil)
        let secrets = settings.secrets.filter { $0.text.utf8.count >= 8 }
        return Redactor(secrets: secrets, recorded: [], looksForOthers: false)
    }()

    private static let lossOfOutput = Mutex<Int32?>(nil)
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

    /// Writes a text without the user's secrets; a reader that has gone away is no reason to stop judging.
    func write(_ text: String) {
        send(Array(Self.redactor.redacted(text).utf8))
    }

    /// Writes the bytes of a text without the user's secrets.
    func write(bytes: [UInt8]) {
        write(String(decoding: bytes, as: UTF8.self))
    }

    /// Hands bytes to the stream.
    private func send(_ bytes: [UInt8]) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let written = rest.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
            guard written < 0 else {
                rest = rest.dropFirst(written)
                continue
            }
            switch errno {
            case EINTR: continue
            case EAGAIN: waitUntilWritable()
            case let code: return note(code)
            }
        }
    }

    /// Waits until a stream that does not block takes more.
    private func waitUntilWritable() {
        var request = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        _ = poll(&request, 1, -1)
    }

    /// Keeps why standard output took no more.
    private func note(_ code: Int32) {
        guard descriptor == STDOUT_FILENO, code != EPIPE else { return }
        Self.lossOfOutput.withLock { $0 = $0 ?? code }
    }
}

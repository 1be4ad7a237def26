import Foundation

/// A program that ran to its end, with what the operating system says of it.
struct ChildProcess {
    /// Its exit code.
    let status: Int32
    /// When it was started.
    let startedAt: Date
    /// How long it ran.
    let duration: Duration
    /// Its peak memory in bytes.
    let peakMemory: Int

    /// Runs a program with its output thrown away and waits for its end.
    ///
    /// - Parameters:
    ///   - program: its path.
    ///   - arguments: its arguments.
    /// - Throws: when it can't be started.
    init(running program: String, _ arguments: [String]) throws {
        let clock = ContinuousClock()
        let start = clock.now
        startedAt = Date()
        let identifier = try Self.start(program, arguments)
        var waitStatus: Int32 = 0
        var usage = rusage()
        while wait4(identifier, &waitStatus, 0, &usage) < 0, errno == EINTR {}
        duration = clock.now - start
        status = (waitStatus >> 8) & 0xFF
        #if os(Linux)
        peakMemory = Int(usage.ru_maxrss) * 1024
        #else
        peakMemory = Int(usage.ru_maxrss)
        #endif
    }

    /// Starts it with standard output and error thrown away.
    private static func start(_ program: String, _ arguments: [String]) throws -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        for descriptor in [STDOUT_FILENO, STDERR_FILENO] {
            posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_WRONLY, 0)
        }
        var identifier: pid_t = 0
        let strings = ([program] + arguments).map { strdup($0) } + [nil]
        defer { strings.forEach { free($0) } }
        let code = posix_spawn(&identifier, program, &actions, nil, strings, environ)
        guard code == 0 else { throw BenchFailure("can't start \(program): \(String(cString: strerror(code)))") }
        return identifier
    }
}

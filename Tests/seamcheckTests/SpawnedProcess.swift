import Foundation

/// A process with pipes on its two outputs, spawned and waited for without a run loop.
///
/// Every read and the wait block a thread of their own, so that any number of tests can run side by side.
struct SpawnedProcess: Sendable {
    /// A signal to send as soon as a text has shown on standard error, or so much on standard output.
    ///
    /// The thread that reads sends it, however busy the tasks of other tests are.
    struct Trigger: Sendable {
        /// The text; nil when the bytes of standard output are counted.
        let text: String?
        /// How many bytes of standard output are waited for.
        let outputBytes: Int
        /// The signal's number.
        let signal: Int32

        /// A signal at a text on standard error.
        init(text: String, signal: Int32) {
            (self.text, outputBytes, self.signal) = (text, 0, signal)
        }

        /// A signal at so many bytes on standard output.
        init(outputBytes: Int, signal: Int32) {
            (text, self.outputBytes, self.signal) = (nil, outputBytes, signal)
        }

        /// Whether what was read so far is what is waited for.
        fileprivate func isPulled(by seen: [UInt8]) -> Bool {
            guard let text else { return seen.count >= outputBytes }
            return String(decoding: seen, as: UTF8.self).contains(text)
        }
    }

    /// Its process identifier.
    let identifier: pid_t
    /// What it prints on standard output, as it comes.
    let output: AsyncStream<[UInt8]>
    /// What it prints on standard error, as it comes.
    let errors: AsyncStream<[UInt8]>
    /// How it ended; one value.
    let exit: AsyncStream<Exit>

    /// How a process ended.
    struct Exit: Sendable {
        /// Its exit code, or the number of the signal that ended it.
        let status: Int32
        /// The most memory that it, or a process it waited for, had at once, in bytes.
        let peakMemory: Int
    }

    /// Spawns a program.
    ///
    /// - Parameters:
    ///   - program: its path.
    ///   - arguments: its arguments.
    ///   - environment: all its variables.
    ///   - folder: where it runs.
    ///   - trigger: the signal to send it once, if any.
    /// - Throws: `POSIXError` when it can't be spawned.
    init(_ program: URL, _ arguments: [String], environment: [String: String], folder: URL, trigger: Trigger? = nil)
        throws
    {
        let outputPipe = try Self.pipe()
        let errorPipe = try Self.pipe()
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_adddup2(&actions, outputPipe.write, STDOUT_FILENO)
        posix_spawn_file_actions_adddup2(&actions, errorPipe.write, STDERR_FILENO)
        // What other tests have open at this moment is not for it.
        for descriptor in STDERR_FILENO + 1..<512 { posix_spawn_file_actions_addclose(&actions, descriptor) }
        let inFolder = ["/bin/sh", "-c", "cd \"$1\" && shift && exec \"$@\"", "sh", folder.path]
        let argv = (inFolder + [program.path] + arguments).map { strdup($0) } + [nil]
        let envp = environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
        defer { (argv + envp).forEach { free($0) } }
        var identifier: pid_t = 0
        let code = posix_spawn(&identifier, "/bin/sh", &actions, nil, argv, envp)
        close(outputPipe.write)
        close(errorPipe.write)
        guard code == 0 else { throw POSIXError(POSIXErrorCode(rawValue: code) ?? .EINVAL) }
        self.identifier = identifier
        let (outputTrigger, errorTrigger) = trigger?.text == nil ? (trigger, nil) : (nil, trigger)
        output = Self.chunks(from: outputPipe.read, trigger: outputTrigger, identifier: identifier)
        errors = Self.chunks(from: errorPipe.read, trigger: errorTrigger, identifier: identifier)
        exit = Self.exit(of: identifier)
    }

    /// Sends it a signal.
    ///
    /// - Parameter signal: the signal's number.
    func send(_ signal: Int32) {
        kill(identifier, signal)
    }

    /// A pipe that other children do not inherit.
    private static func pipe() throws -> (read: Int32, write: Int32) {
        var ends: [Int32] = [0, 0]
        guard Foundation.pipe(&ends) == 0 else { throw POSIXError(.EMFILE) }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        return (ends[0], ends[1])
    }

    /// What comes from a descriptor until its other end is closed; pulls the trigger for a process on the way.
    private static func chunks(
        from descriptor: Int32,
        trigger: Trigger? = nil,
        identifier: pid_t = 0
    ) -> AsyncStream<[UInt8]> {
        let (stream, continuation) = AsyncStream.makeStream(of: [UInt8].self)
        Thread.detachNewThread {
            var buffer = [UInt8](repeating: 0, count: 1 << 16)
            var (trigger, seen) = (trigger, [UInt8]())
            while case let count = read(descriptor, &buffer, buffer.count), count > 0 {
                continuation.yield(Array(buffer[..<count]))
                guard let awaited = trigger else { continue }
                seen += buffer[..<count]
                guard awaited.isPulled(by: seen) else { continue }
                kill(identifier, awaited.signal)
                trigger = nil
            }
            close(descriptor)
            continuation.finish()
        }
        return stream
    }

    /// The exit of a child.
    private static func exit(of identifier: pid_t) -> AsyncStream<Exit> {
        let (stream, continuation) = AsyncStream.makeStream(of: Exit.self)
        Thread.detachNewThread {
            var status: Int32 = 0
            var usage = rusage()
            while wait4(identifier, &status, 0, &usage) < 0, errno == EINTR {}
            let signal = status & 0x7F
            #if os(Linux)
            let unit = 1024
            #else
            let unit = 1
            #endif
            let exit = Exit(
                status: signal == 0 ? (status >> 8) & 0xFF : signal,
                peakMemory: Int(usage.ru_maxrss) * unit
            )
            continuation.yield(exit)
            continuation.finish()
        }
        return stream
    }
}

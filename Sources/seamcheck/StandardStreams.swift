import Foundation

/// What the process was started with: its three streams, and what a write to a reader that has gone away does.
enum StandardStreams {
    /// Makes sure that nothing but the streams themselves is read and written by their numbers, and that a reader that has
    /// gone away ends no run.
    ///
    /// A stream that was closed before the program began is opened so that each use of it fails, as it would without. Else the
    /// next file or connection took its number, and progress were written into a store or to an endpoint.
    static func secure() {
        signal(SIGPIPE, SIG_IGN)
        for (descriptor, mode) in [(STDIN_FILENO, O_WRONLY), (STDOUT_FILENO, O_RDONLY), (STDERR_FILENO, O_RDONLY)]
        where fcntl(descriptor, F_GETFD) < 0 && errno == EBADF {
            // The lowest free number is given out, which is this one.
            _ = open("/dev/null", mode)
        }
    }
}

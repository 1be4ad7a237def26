#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// Why an output can't be written, as a lower-case fragment.
package enum OutputError: Error, Sendable, Equatable, CustomStringConvertible {
    /// The system refused; the number is that of `errno`.
    case system(Int32)
    /// Another process is writing the same file.
    case busy
    /// The file was removed or replaced while it was written.
    case removed
    /// Nobody has opened the other end of the pipe.
    case noReader

    /// What the last call of the system said.
    static var last: OutputError { .system(errno) }

    /// What is wrong, and in brackets what to do where that is not plain.
    package var description: String {
        switch self {
        case .system(EISDIR): "it is a folder (name a file)"
        case .system(let code): String(cString: strerror(code)).lowercased()
        case .busy: "another process is writing it (wait for it to end, or name another file)"
        case .removed: "it was removed or replaced while it was written"
        case .noReader: "nobody reads the pipe (start its reader first, or name a file)"
        }
    }
}

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#else
import Darwin
#endif

/// How many files, connections and the like the process may have open at once (`getrlimit(2)`, `RLIMIT_NOFILE`).
///
/// What opens a file when there is no room fails in places where nobody can tell of it: event loops end the process by a signal.
package struct DescriptorLimit: Sendable, Hashable {
    /// How many are open.
    package let open: Int
    /// How many may be open at once.
    package let allowed: Int

    /// How many more may be opened.
    package var room: Int { max(0, allowed - open) }

    /// The limit of this process, raised as far as the system lets it when there is no room for so many more.
    ///
    /// - Parameter further: how many more there should be room for.
    package init(makingRoomFor further: Int) {
        var limit = rlimit()
        guard getrlimit(Self.resource, &limit) == 0 else {
            (open, allowed) = (0, further)
            return
        }
        let wanted = min(rlim_t(Self.openCount(below: Self.countedCount) + further), limit.rlim_max)
        if limit.rlim_cur < wanted {
            var raised = limit
            raised.rlim_cur = wanted
            if setrlimit(Self.resource, &raised) == 0 { limit = raised }
        }
        // One that is given by the parent may be above the limit, and then takes no room below it.
        open = Self.openCount(below: limit.rlim_cur)
        allowed = Int(clamping: limit.rlim_cur)
    }

    /// How many descriptors are looked at: those that the process was given when it was started are below.
    private static let countedCount: rlim_t = 4096

    /// How many descriptors below a number are open.
    private static func openCount(below limit: rlim_t) -> Int {
        (0..<Int32(min(limit, countedCount))).count { fcntl($0, F_GETFD) >= 0 }
    }

    #if canImport(Glibc)
    private static var resource: __rlimit_resource_t { __rlimit_resource_t(RLIMIT_NOFILE.rawValue) }
    #else
    private static var resource: Int32 { RLIMIT_NOFILE }
    #endif
}

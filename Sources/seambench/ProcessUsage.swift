import Foundation

/// What a process holds at a moment.
struct ProcessUsage {
    /// The memory that is resident, in bytes; 0 where the system does not tell.
    let memory: Int
    /// How many files and connections are open.
    let descriptorCount: Int

    /// What this process holds now.
    init() {
        let words = (try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8))?.split(separator: " ") ?? []
        memory = (words.count > 1 ? Int(words[1]) ?? 0 : 0) * Int(sysconf(Int32(_SC_PAGESIZE)))
        descriptorCount = (0..<Int32(4096)).count { fcntl($0, F_GETFD) >= 0 }
    }
}

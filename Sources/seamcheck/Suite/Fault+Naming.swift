import ReferenceServer
import YAMLSource

extension Fault {
    /// The failure for a fault, or for the requirement that one breaks, that the server does not know.
    ///
    /// - Parameters:
    ///   - complaint: what is wrong, such as `there is no fault 'x'`.
    ///   - word: what was written.
    ///   - known: what could have been written.
    /// - Returns: the failure, which names the nearest of them or says where they are listed.
    static func unknown(_ complaint: String, _ word: String, among known: [String]) -> CommandFailure {
        let near = Suggestion.nearest(to: word, among: known)
        let hint = near.map { "did you mean '\($0)'?" } ?? "`seamcheck serve --list-faults` lists them"
        return CommandFailure("\(complaint) (\(hint))", status: .usage)
    }
}

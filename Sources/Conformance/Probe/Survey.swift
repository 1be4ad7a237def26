import Scenarios
import SeamContract
import Synchronization

/// What the probes of a runner found out about its endpoint: cases that are run once more do not ask for it again.
final class Survey: Sendable {
    /// What was looked for, and what was found.
    struct Finding: Sendable {
        /// The paths of the operations that were looked for.
        let paths: Set<String>
        /// Those of them that were also looked for by their other method.
        let pathsByOtherMethod: Set<String>
        /// What is not there.
        let absences: Absences
        /// What the target has.
        let availability: [Capability: Availability]
    }

    private let state = Mutex<Finding?>(nil)

    /// What is known already; nil when something was not looked for.
    ///
    /// - Parameters:
    ///   - paths: the paths of the operations that have to be there.
    ///   - others: those that have to be there by their other method, too.
    ///   - capabilities: what cases ask for.
    /// - Returns: what was found.
    func finding(of paths: Set<String>, byOtherMethod others: Set<String>, for capabilities: Set<Capability>)
        -> Finding?
    {
        state.withLock(\.self).flatMap { known in
            let isKnown =
                known.paths.isSuperset(of: paths) && known.pathsByOtherMethod.isSuperset(of: others)
                && capabilities.allSatisfy { known.availability[$0] != nil }
            return isKnown ? known : nil
        }
    }

    /// Keeps what was found.
    ///
    /// - Parameter finding: what was found.
    func keep(_ finding: Finding) { state.withLock { $0 = finding } }
}

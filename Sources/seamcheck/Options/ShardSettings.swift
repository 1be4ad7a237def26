import Scenarios
import SeamContract

/// Which shard of which set of runs a run is.
struct ShardMembership: Sendable, Hashable {
    /// The shard.
    let shard: Shard
    /// What the shards of one run have in common; nil when nothing is known of others.
    let set: String?
}

/// Which shard is meant, from `--shard` and the variables that schedulers set.
///
/// | scheduler | which shard | of how many | set of runs |
/// | --- | --- | --- | --- |
/// | Kubernetes, an Indexed Job | `JOB_COMPLETION_INDEX`, from 0 | `JOB_COMPLETIONS`, which the manifest sets | `--run-set` |
/// | GitLab, `parallel` | `CI_NODE_INDEX`, from 1 | `CI_NODE_TOTAL` | `CI_PIPELINE_ID` |
/// | GitHub, a matrix | `--shard` | `--shard` | `GITHUB_RUN_ID` |
///
/// Sources: <https://kubernetes.io/docs/concepts/workloads/controllers/job/#completion-mode>,
/// <https://docs.gitlab.com/ci/variables/predefined_variables/>.
struct ShardSettings {
    private let environment: [String: String]
    private let option: Shard?
    private let set: String?

    /// The settings.
    ///
    /// - Parameters:
    ///   - environment: the variables of the process.
    ///   - option: the value of `--shard`; it goes before all variables.
    ///   - set: the value of `--run-set`; it goes before all variables.
    init(environment: [String: String], option: Shard?, set: String?) {
        self.environment = environment
        self.option = option
        self.set = set
    }

    /// The shard; nil when the suite is not split.
    ///
    /// - Throws: `CommandFailure` that names the variable which can't be used, or that others contradict.
    func shard() throws -> Shard? {
        if let option { return option }
        let job = try indexed(by: "JOB_COMPLETION_INDEX", from: 0, of: "JOB_COMPLETIONS")
        let node = try indexed(by: "CI_NODE_INDEX", from: 1, of: "CI_NODE_TOTAL")
        guard job == nil || node == nil || job == node else {
            throw failure("JOB_COMPLETION_INDEX and CI_NODE_INDEX name different shards (say which with --shard K/N)")
        }
        return job ?? node
    }

    /// The shard with the set of runs that it belongs to; nil when the suite is not split.
    ///
    /// - Throws: `CommandFailure` as `shard()`, or when a set is named and there is no shard.
    func membership() throws -> ShardMembership? {
        guard let shard = try shard() else {
            guard set == nil else { throw failure("--run-set is for shards (name one with --shard K/N)") }
            return nil
        }
        return ShardMembership(shard: shard, set: set ?? value("GITHUB_RUN_ID") ?? value("CI_PIPELINE_ID"))
    }

    /// The shard that two variables name; nil when neither asks for one.
    private func indexed(by index: String, from first: Int, of total: String) throws -> Shard? {
        guard let indexText = value(index) else {
            guard total == "JOB_COMPLETIONS" || [nil, "1"].contains(value(total)) else {
                throw failure("\(total) is set without \(index) (set both, or name the shard with --shard K/N)")
            }
            return nil
        }
        guard let totalText = value(total) else {
            throw failure("\(index) is set without \(total), how many shards there are (set it, or use --shard K/N)")
        }
        guard let count = Int(totalText), (1...StableHash.partLimit).contains(count) else {
            let range = "1 to \(StableHash.partLimit)"
            throw failure("\(total) is '\(totalText)', expected how many shards there are, \(range)")
        }
        guard let position = Int(indexText), (first..<first + count).contains(position),
            let shard = Shard(number: position - first + 1, count: count)
        else {
            throw failure(
                "\(index) is '\(indexText)', expected \(first) to \(first + count - 1) with \(total) \(count)"
            )
        }
        return shard
    }

    /// The variable's value; nil when it is unset or empty.
    private func value(_ name: String) -> String? {
        environment[name].flatMap { $0.isEmpty ? nil : $0 }
    }

    private func failure(_ message: String) -> CommandFailure { CommandFailure(message, status: .usage) }
}

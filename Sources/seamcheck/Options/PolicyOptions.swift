import ArgumentParser
import Files
import Foundation
import Policy
import SeamContract

/// What the team has settled: waivers, and what shuts the gate.
struct PolicyOptions: ParsableArguments {
    @Option(
        name: .customLong("policy"),
        help: "The YAML file with waivers and the gate's rules; seamcheck.yaml when there is one."
    )
    var file: String?

    /// The file that is read; nil when none is named, and there is none of the usual name.
    var path: String? {
        file ?? (FileManager.default.fileExists(atPath: Self.usualFile) ? Self.usualFile : nil)
    }

    /// The policy; without a file, that of a team that has settled nothing.
    ///
    /// - Parameter catalogue: the requirements there are.
    /// - Returns: the policy.
    /// - Throws: `UnreadableFile` or `PolicyError`.
    func policy(for catalogue: Catalogue) throws -> Policy {
        guard let path else { return Policy() }
        let text = try Input(path: path).text(atMost: InputBounds.settingsBytes)
        return try Policy(text: text, path: path, catalogue: catalogue)
    }

    private static let usualFile = "seamcheck.yaml"
}

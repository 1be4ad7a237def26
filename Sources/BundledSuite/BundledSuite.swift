/// The copy of `scenarios/` that the binary carries, so that it works from any folder.
public enum BundledSuite: Sendable {
    /// Every YAML file: its path below `scenarios/` with `/` between folders, and its text; in the order of the paths.
    public static var files: [(path: String, text: String)] { bundledFiles }

    /// The parts of the suite, told apart by their folder.
    public enum Part: Sendable {
        /// The contract document, the catalogue of requirements, and the profiles.
        case contract, requirements, profiles
        /// Blocks that every scenario can use.
        case blocks
        /// The scenarios: all other folders.
        case scenarios
    }

    /// The files of one part, with paths from `scenarios/` on, in the order of their paths.
    ///
    /// - Parameter part: the part.
    /// - Returns: path and text of each.
    public static func files(in part: Part) -> [(path: String, text: String)] {
        files.filter { Self.part(of: $0.path) == part }.map { ("scenarios/" + $0.path, $0.text) }
    }

    /// Which part a file belongs to.
    private static func part(of path: String) -> Part {
        switch path.split(separator: "/").first {
        case "contract": .contract
        case "requirements": .requirements
        case "profiles": .profiles
        case "blocks": .blocks
        default: .scenarios
        }
    }
}

/// The copy of `scenarios/` that the binary carries, so that it works from any folder.
public enum BundledSuite: Sendable {
    /// Every YAML file: its path below `scenarios/` with `/` between folders, and its text; in the order of the paths.
    public static var files: [(path: String, text: String)] { bundledFiles }
}

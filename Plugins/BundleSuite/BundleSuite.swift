import Foundation
import PackagePlugin

/// Writes a Swift file that holds a copy of every YAML file of `scenarios/`, so that the binary works from any folder.
@main
struct BundleSuite: BuildToolPlugin {
    /// One command that runs again only when a scenario file changed.
    ///
    /// - Parameters:
    ///   - context: where the package and the plugin's output folder are.
    ///   - target: the target that gets the generated file.
    /// - Returns: the command.
    /// - Throws: when the tool that writes the file is not there.
    func createBuildCommands(context: PluginContext, target: any Target) async throws -> [Command] {
        let suite = context.package.directoryURL.appending(path: "scenarios", directoryHint: .isDirectory)
        let output = context.pluginWorkDirectoryURL.appending(path: "BundledFiles.swift")
        let files = yamlFiles(below: suite)
        return [
            .buildCommand(
                displayName: "Bundling \(files.count) files of scenarios/",
                executable: try context.tool(named: "bundle-suite").url,
                arguments: [suite.path(percentEncoded: false), output.path(percentEncoded: false)],
                inputFiles: files,
                outputFiles: [output]
            )
        ]
    }

    /// The YAML files below a folder, in the order of their paths.
    private func yamlFiles(below folder: URL) -> [URL] {
        let found = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
        return (found?.allObjects ?? [])
            .compactMap { $0 as? URL }
            .filter { $0.pathExtension == "yaml" }
            .sorted { $0.path(percentEncoded: false) < $1.path(percentEncoded: false) }
    }
}

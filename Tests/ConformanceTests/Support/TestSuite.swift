import Foundation
import Scenarios
import SeamContract

/// The project's own contract and catalogue, and cases written in tests.
enum TestSuite {
    /// The folder `scenarios/` of the package.
    private static let folder = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "scenarios")

    /// The contract that the binary carries.
    static let contract: Result<Contract, any Error> = Result {
        let file = folder.appending(path: "contract/seam.yaml")
        return try Contract(text: String(contentsOf: file, encoding: .utf8), file: "contract/seam.yaml")
    }

    /// The catalogue that the binary carries.
    static let catalogue: Result<Catalogue, any Error> = Result {
        let requirements = folder.appending(path: "requirements")
        let names = try FileManager.default.contentsOfDirectory(atPath: requirements.path()).filter {
            $0.hasSuffix(".yaml")
        }
        let files = try names.sorted().map { name in
            let text = try String(contentsOf: requirements.appending(path: name), encoding: .utf8)
            return (path: "requirements/" + name, text: text)
        }
        return try Catalogue(files: files)
    }

    /// The cases of one file.
    ///
    /// - Parameter yaml: the file.
    /// - Returns: its cases, in order.
    /// - Throws: what is wrong with it.
    static func cases(_ yaml: String) throws -> [Case] {
        let contract = try contract.get()
        let catalogue = try catalogue.get()
        return try ScenarioLibrary(files: [("test/test.yaml", yaml)], contract: contract, catalogue: catalogue).cases
    }

    /// Every case of the suite that the binary carries.
    ///
    /// - Returns: the cases, in the order of their files.
    /// - Throws: what is wrong with a file.
    static func allCases() throws -> [Case] {
        let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.path()).filter { path in
            path.hasSuffix(".yaml") && !path.hasPrefix("contract/") && !path.hasPrefix("requirements/")
        }
        let files = try paths.sorted().map { path in
            (path: path, text: try String(contentsOf: folder.appending(path: path), encoding: .utf8))
        }
        return try ScenarioLibrary(files: files, contract: contract.get(), catalogue: catalogue.get()).cases
    }
}

import Foundation
import JSON

/// The official test suites, in `shared/data` beside the package; they are not part of it.
enum OfficialSuite {
    /// Why a test does not run when its suite is missing.
    static let absence = "the official suites are not beside the package (../shared/data)"

    /// The files of the suite of RFC 8259 parsers, by name, in order; empty when it is missing.
    static let parsing: [(name: String, bytes: [UInt8])] = {
        let folder = data.appending(path: "json-parsing")
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path())) ?? []
        return names.sorted().compactMap { name in
            guard name.hasSuffix(".json"), let file = try? Data(contentsOf: folder.appending(path: name)) else {
                return nil
            }
            return (name, Array(file))
        }
    }()

    /// The cases of the JSONPath compliance suite; empty when it is missing.
    static let jsonPath: [JSONValue] = {
        let file = data.appending(path: "jsonpath-compliance-test-suite/cts.json")
        guard let bytes = try? Data(contentsOf: file), let suite = try? JSONValue(parsing: Array(bytes)) else {
            return []
        }
        return suite["tests"]?.arrayValue ?? []
    }()

    private static let data = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appending(path: "../shared/data")
}

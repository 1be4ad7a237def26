package import Foundation
import JSON

/// The inputs that fuzzing of a target begins with.
package struct InputCorpus: Sendable {
    /// The inputs, none longer than ``FuzzTarget/sizeLimit``, in the order of their files.
    package let inputs: [[UInt8]]

    /// The kept inputs of a target, and those from the official suites that are at hand.
    ///
    /// - Parameters:
    ///   - target: the target.
    ///   - kept: the folder with a folder of kept inputs for each target.
    ///   - suites: the folder with the official suites and Seam's document; what is missing there is left out.
    package init(of target: FuzzTarget, kept: URL, suites: URL) {
        let kept = Self.files(in: kept.appending(path: target.rawValue))
        inputs = (kept + Self.official(target, suites)).filter { $0.count <= FuzzTarget.sizeLimit }
    }

    private static func official(_ target: FuzzTarget, _ suites: URL) -> [[UInt8]] {
        switch target {
        case .json: files(in: suites.appending(path: "json-parsing"))
        case .path:
            values(suites.appending(path: "jsonpath-compliance-test-suite/cts.json"))["tests"]?.arrayValue?.map {
                test in
                Array((test["selector"]?.stringValue ?? "").utf8) + [0x0A] + (test["document"] ?? nil).serializedBytes()
            } ?? []
        case .schema:
            ["draft2020-12", "draft4", "draft2020-12/optional", "draft2020-12/optional/format"].flatMap { folder in
                schemas(in: suites.appending(path: "json-schema-test-suite/tests/" + folder))
            }
        case .yaml, .contract, .scenarios: []
        }
    }

    /// Each group of cases as a schema with each of its instances.
    private static func schemas(in folder: URL) -> [[UInt8]] {
        files(in: folder).flatMap { file -> [[UInt8]] in
            let groups = (try? JSONValue(parsing: file))?.arrayValue ?? []
            return groups.flatMap { group in
                (group["tests"]?.arrayValue ?? []).map { test in
                    let pair: JSONValue = ["schema": group["schema"] ?? nil, "instance": test["data"] ?? nil]
                    return pair.serializedBytes()
                }
            }
        }
    }

    private static func values(_ file: URL) -> JSONValue {
        (try? Data(contentsOf: file)).flatMap { try? JSONValue(parsing: Array($0)) } ?? nil
    }

    /// The files directly in a folder, in the order of their names.
    private static func files(in folder: URL) -> [[UInt8]] {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path(percentEncoded: false))) ?? []
        return names.sorted().compactMap { name in
            (try? Data(contentsOf: folder.appending(path: name))).map { Array($0) }
        }
    }
}

import Foundation

/// The build step behind the `BundleSuite` plugin: `bundle-suite FOLDER OUTPUT.swift`.
@main
enum BundleSuiteTool {
    /// Writes the Swift file; what goes wrong is printed and exits with 1, which fails the build.
    static func main() {
        let arguments = CommandLine.arguments
        guard arguments.count == 3 else {
            fail("usage: bundle-suite FOLDER OUTPUT.swift")
        }
        do {
            let folder = URL(fileURLWithPath: arguments[1], isDirectory: true)
            let source = try swiftSource(bundling: folder)
            // SwiftPM runs this anew whenever it plans anew; a file that is left alone lets it build nothing on top of it.
            guard (try? String(contentsOfFile: arguments[2], encoding: .utf8)) != source else { return }
            try source.write(toFile: arguments[2], atomically: true, encoding: .utf8)
        } catch {
            fail("can't bundle \(arguments[1]): \(error)")
        }
    }

    /// A Swift file with one entry for each YAML file below the folder, in the order of their paths.
    private static func swiftSource(bundling folder: URL) throws -> String {
        let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
            .filter { $0.hasSuffix(".yaml") }
            .sorted()
        var source = "// Made by the BundleSuite plugin from scenarios/; do not edit.\n\n"
        source += "extension BundledSuite {\n    static let bundledFiles: [(path: String, text: String)] = [\n"
        for path in paths {
            let text = try String(contentsOf: folder.appendingPathComponent(path), encoding: .utf8)
            source += "        (\(literal(path)), \(literal(text))),\n"
        }
        return source + "    ]\n}\n"
    }

    /// A Swift string literal that stands for exactly this text.
    private static func literal(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\\": result += "\\\\"
            case "\"": result += "\\\""
            case "\n": result += "\\n"
            case _ where scalar.value < 0x20 || scalar.value == 0x7F:
                result += "\\u{\(String(scalar.value, radix: 16))}"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }

    /// Says what went wrong and ends the build step.
    private static func fail(_ message: String) -> Never {
        FileHandle.standardError.write(Data("bundle-suite: \(message)\n".utf8))
        exit(1)
    }
}

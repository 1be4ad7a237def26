import YAMLSource

/// Scenario files read as YAML, which needs neither contract nor catalogue, so that it can be done beside reading those.
public struct ScenarioSources: Sendable {
    /// The files, by path.
    let files: [(path: String, text: String)]
    /// What stands in the files that are YAML.
    let sources: [LocatedValue]
    /// What is wrong with those that are not.
    let problems: ProblemList

    /// Reads files.
    ///
    /// - Parameters:
    ///   - files: scenario files, in any order; the path is what messages name.
    ///   - undecoded: more of them, of which it is not known whether they are UTF-8.
    public init(files: [(path: String, text: String)], undecoded: [(path: String, bytes: [UInt8])] = []) {
        var problems = ProblemList()
        var files = files
        for file in undecoded {
            if let text = String(validating: file.bytes, as: UTF8.self) {
                files.append((file.path, text))
            } else {
                problems.addInvalidByte(in: file.bytes, file: file.path)
            }
        }
        self.files = files.sorted { $0.path < $1.path }
        let parts = self.files.concurrentParts { files in
            var problems = ProblemList()
            let sources = files.compactMap { problems.source(of: $0.text, file: $0.path) }
            return (sources: sources, problems: problems)
        }
        sources = parts.flatMap(\.sources)
        self.problems = parts.reduce(into: problems) { $0.add($1.problems) }
    }
}

extension ProblemList {
    /// Tells the first byte of a file that is not part of UTF-8 text.
    fileprivate mutating func addInvalidByte(in bytes: [UInt8], file: String) {
        var decoder = UTF8()
        var iterator = bytes.makeIterator()
        var (line, column, offset) = (1, 1, 0)
        while case .scalarValue(let scalar) = decoder.decode(&iterator) {
            (line, column) = scalar == "\n" ? (line + 1, 1) : (line, column + 1)
            offset += UTF8.width(scalar)
        }
        guard bytes.indices.contains(offset) else { return }
        let byte = String(bytes[offset], radix: 16, uppercase: true)
        add(
            SourcePlace(file: file, line: line, column: column),
            "the byte 0x\(byte) at offset \(offset) is not UTF-8 (save the file in that encoding)"
        )
    }
}

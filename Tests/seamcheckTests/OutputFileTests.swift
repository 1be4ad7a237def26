import Foundation
import Testing

@Suite("Files that are written")
struct OutputFileTests {
    private static let few = SuiteFile.runOfCreations + ["--seed", "7"]

    @Test("a run that is killed leaves last night's reports as they were, and the next night's are whole")
    func killed() async throws {
        let program = try Program()
        let reports = ["html=night.html", "ndjson=night.ndjson", "prometheus=night.prom"].flatMap { ["--report", $0] }
        let names = ["night.html", "night.ndjson", "night.prom"]
        for name in names { try program.write("last night\n", to: name) }
        let killed = try await program.run(
            ["run", "--concurrency", "1"] + reports,
            trigger: .init(text: " of ", signal: SIGKILL)
        )
        #expect(killed.status == 9)
        for name in names { #expect(try program.text(of: name) == "last night\n", "\(name)") }
        #expect(try program.text(of: "night.ndjson.partial").hasPrefix(#"{"event":"started""#))
        #expect(try program.partialFiles() == ["night.ndjson.partial"])

        let next = try await program.run(Self.few + reports)
        #expect(next.status == 0, "\(next.errors)")
        #expect(try program.text(of: "night.html").hasSuffix("</html>\n"))
        #expect(try program.text(of: "night.prom").hasSuffix("\n"))
        let events = try program.text(of: "night.ndjson").split(separator: "\n")
        #expect(events.first?.hasPrefix(#"{"event":"started""#) == true)
        #expect(events.count { $0.hasPrefix(#"{"event":"started""#) } == 1)
        #expect(events.last?.hasPrefix(#"{"event":"finished""#) == true)
        #expect(try program.partialFiles().isEmpty)
    }

    @Test("Ctrl-C leaves whole reports, and nothing beside them")
    func interrupted() async throws {
        let program = try Program()
        let result = try await program.run(
            ["run", "--concurrency", "1", "--report", "html=a.html", "--report", "ndjson=a.ndjson"],
            trigger: .init(text: " of ", signal: SIGINT)
        )
        #expect(result.status == 130)
        #expect(try program.text(of: "a.html").hasSuffix("</html>\n"))
        #expect(try program.text(of: "a.ndjson").split(separator: "\n").last?.contains("\"interrupted\"") == true)
        #expect(try program.partialFiles().isEmpty)
    }

    @Test("a run that can't begin leaves the reports of the last one as they are, and nothing beside them")
    func notBegun() async throws {
        let program = try Program()
        for name in ["a.html", "a.ndjson"] { try program.write("last night\n", to: name) }
        let result = try await program.run(
            Self.few + ["--report", "html=a.html", "--report", "ndjson=a.ndjson", "--report", "junit=/dev/null/a.xml"]
        )
        #expect(result.status == 74)
        for name in ["a.html", "a.ndjson"] { #expect(try program.text(of: name) == "last night\n") }
        #expect(try program.partialFiles().isEmpty)
    }

    @Test("links are followed, also to a place where nothing is yet, and permissions are kept")
    func linksAndPermissions() async throws {
        let program = try Program()
        try program.makeFolder("real")
        try program.write("old", to: "real/a.html")
        let path = program.folder.appendingPathComponent("real/a.html").path
        try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: path)
        for (link, target) in [("a.html", "real/a.html"), ("b.html", "real/b.html"), ("loop", "loop")] {
            try FileManager.default.createSymbolicLink(
                atPath: program.folder.appendingPathComponent(link).path,
                withDestinationPath: target
            )
        }
        let result = try await program.run(Self.few + ["--report", "html=a.html", "--report", "html=b.html"])
        #expect(result.status == 0, "\(result.errors)")
        for name in ["real/a.html", "real/b.html"] { #expect(try program.text(of: name).hasSuffix("</html>\n")) }
        #expect(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int == 0o640)
        let loop = try await program.run(Self.few + ["--report", "html=loop"])
        #expect(loop.status == 74)
        #expect(loop.errors.contains("loop"))
    }

    @Test("where no file can be made beside it, a file is written in its place, and a link laid there is not followed")
    func inPlace() async throws {
        let program = try Program()
        try program.write("old", to: "a.html")
        try program.write("precious", to: "other")
        try FileManager.default.createSymbolicLink(
            atPath: program.folder.appendingPathComponent("a.html.partial").path,
            withDestinationPath: "other"
        )
        let result = try await program.run(Self.few + ["--report", "html=a.html"])
        #expect(result.status == 0, "\(result.errors)")
        #expect(try program.text(of: "a.html").hasSuffix("</html>\n"))
        #expect(try program.text(of: "other") == "precious")
    }

    @Test("a file that another process is writing is left to it, and nothing is sent")
    func busy() async throws {
        let program = try Program()
        try program.write("old", to: "a.ndjson")
        let result = try await program.run(
            Self.few + ["--report", "ndjson=a.ndjson"],
            by: #": > a.ndjson.partial; flock a.ndjson.partial "$@""#
        )
        #expect(result.status == 74)
        #expect(result.errors.contains("another process is writing it"))
        #expect(!result.errors.contains("running"))
        #expect(try program.text(of: "a.ndjson") == "old")
    }

    @Test("what goes to standard output stands in one file with the summary, in the order in which it came")
    func standardOutput() async throws {
        let program = try Program()
        let path = program.folder.appendingPathComponent("out").path
        _ = try await program.run(
            Self.few + ["--report", "ndjson=/dev/stdout", "--report", "github=/dev/fd/1"],
            outputTo: path
        )
        let lines = try program.text(of: "out").split(separator: "\n")
        #expect(lines.first?.hasPrefix(#"{"event":"started""#) == true)
        #expect(lines.contains { $0.hasPrefix(#"{"event":"finished""#) })
        #expect(lines.contains { $0.hasPrefix("conforms") })
        #expect(lines.last?.contains(#/^::notice title=seamcheck::conforms: \d\d requirements kept$/#) == true)
    }

    @Test("a report that comes line by line goes to a pipe while its reader reads")
    func pipe() async throws {
        let program = try Program()
        let result = try await program.run(
            Self.few + ["--report", "ndjson=pipe"],
            by: #"mkfifo pipe && { cat pipe > read & } && "$@" && wait"#
        )
        #expect(result.status == 0, "\(result.errors)")
        #expect(try program.text(of: "read").split(separator: "\n").last?.hasPrefix(#"{"event":"finished""#) == true)
    }

    @Test("a disk that is full keeps last night's report")
    func fullDisk() async throws {
        let program = try Program()
        _ = try await program.run(["run", "--id", "identity-*"])
        try program.write("last night\n", to: "a")
        // The file that SQLite shares with other processes takes 32 KiB, the page more.
        let result = try await program.run(
            ["report", "--format", "html", "--output", "a"],
            by: #"ulimit -f 66; exec "$@""#
        )
        #expect(result.status == 74, "\(result.errors)")
        #expect(result.errors.hasPrefix("seamcheck: can't write the report a: "), "\(result.errors)")
        #expect(try program.text(of: "a") == "last night\n")
        #expect(try program.partialFiles().isEmpty)
    }

    @Test("the folder of Allure results shows one run, keeps what others wrote, and what was begun goes")
    func allure() async throws {
        let program = try Program()
        _ = try await program.run(Self.few + ["--report", "allure=results"])
        let first = try program.files(in: "results")
        let begun = try #require(first.first { $0.hasSuffix("-result.json") }) + ".partial"
        let other = "results/00000000-0000-4000-8000-000000000000-result.json"
        for (name, text) in [(begun, "{"), (other, #"{"labels":[]}"#), ("results/notes.partial", "mine")] {
            try program.write(text, to: name)
        }
        let second = try await program.run(SuiteFile.runOfOne + ["--report", "allure=results"])
        #expect(second.status == 0, "\(second.errors)")
        let left = try program.files(in: "results")
        #expect(left.contains(other) && left.contains("results/notes.partial") && !left.contains(begun))
        #expect(left.contains("results/environment.properties"))
        #expect(Set(left).intersection(first) == ["results/environment.properties"])
    }
}

extension Program {
    /// The files of the folder that are not whole, sorted.
    fileprivate func partialFiles() throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".partial") }.sorted()
    }
}

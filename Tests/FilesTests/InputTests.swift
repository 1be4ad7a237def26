import Files
import Foundation
import Testing

@Suite("Input files")
struct InputTests {
    @Test("a file is read whole, and not beyond its bound")
    func wholeFile() throws {
        try TemporaryFolder.use { folder in
            let path = try folder.file("a.yaml", "abc")
            #expect(try Input(path: path).bytes() == Array("abc".utf8))
            #expect(try Input(path: path).text(atMost: 3) == "abc")
            #expect(try Input(path: folder.file("empty")).bytes() == [])
            let link = try folder.link("link.yaml", to: path)
            #expect(try Input(path: link).text() == "abc")
            let large = try folder.file("large")
            #expect(truncate(large, 1 << 40) == 0)
            #expect(throws: UnreadableFile(path: large, reason: "it is larger than 64 MiB")) {
                try Input(path: large).bytes()
            }
        }
    }

    @Test("what is no regular file is refused without being waited for")
    func otherKinds() throws {
        try TemporaryFolder.use { folder in
            let pipe = try folder.pipe("pipe.yaml")
            let kinds = [
                (pipe, "it is a named pipe, not a file"),
                (try folder.link("link.yaml", to: pipe), "it is a named pipe, not a file"),
                (folder.path, "it is a folder, not a file"),
                ("/dev/zero", "it is a device, not a file"),
                ("/dev/null", "it is a device, not a file"),
                ("\(folder.path)/none", "there is no such file"),
                (try folder.link("dangling", to: "\(folder.path)/none"), "there is no such file"),
                (try folder.link("circle", to: "circle"), "its symbolic links lead in a circle"),
            ]
            for (path, reason) in kinds {
                #expect(throws: UnreadableFile(path: path, reason: reason)) { try Input(path: path).bytes() }
            }
        }
    }

    @Test("a socket is refused")
    func socket() throws {
        try TemporaryFolder.use { folder in
            let path = "\(folder.path)/s"
            let descriptor = try #require(UnixSocket(at: path))
            defer { descriptor.close() }
            #expect(throws: UnreadableFile(path: path, reason: "it is a socket, not a file")) {
                try Input(path: path).bytes()
            }
        }
    }

    @Test("a file that may not be read is told as such", .enabled(if: getuid() != 0, "root may read everything"))
    func permission() throws {
        try TemporaryFolder.use { folder in
            let path = try folder.file("secret", "abc")
            #expect(chmod(path, 0) == 0)
            #expect(throws: UnreadableFile(path: path, reason: "you may not read it")) { try Input(path: path).bytes() }
        }
    }

    @Test("a pipe that the process was given open is read to its end, and not beyond its bound")
    func openPipe() throws {
        for (limit, text) in [(5, "abcde"), (4, nil)] {
            let pipe = Pipe()
            try pipe.fileHandleForWriting.write(contentsOf: Data("abcde".utf8))
            try pipe.fileHandleForWriting.close()
            let path = "/dev/fd/\(pipe.fileHandleForReading.fileDescriptor)"
            if let text {
                #expect(try Input(path: path).text(atMost: limit) == text)
            } else {
                #expect(throws: UnreadableFile.self) { try Input(path: path).text(atMost: limit) }
            }
        }
    }

    @Test("lines come as they are, and one beyond the bound is only told")
    func lines() throws {
        try TemporaryFolder.use { folder in
            let path = try folder.file("lines", "a\n\nb")
            var lines: [String?] = []
            try Input(path: path).forEachLine { line in
                if case .text(let bytes) = line { lines.append(String(decoding: bytes, as: UTF8.self)) }
            }
            #expect(lines == ["a", "", "b"])
        }
    }

    @Test("bytes that are not UTF-8 are no text")
    func notUTF8() throws {
        try TemporaryFolder.use { folder in
            let path = "\(folder.path)/latin"
            try Data([0x61, 0xE4]).write(to: URL(fileURLWithPath: path))
            #expect(throws: UnreadableFile(path: path, reason: "it is not UTF-8 text")) { try Input(path: path).text() }
        }
    }
}

@Suite("Input folders")
struct InputFolderTests {
    @Test("the files of a folder are found once each, whatever links there are")
    func links() throws {
        try TemporaryFolder.use { folder in
            let expected = try ["a.yaml", "b/c.yml", "b/d/e.yaml", "b/requirements/f.yaml"].map { try folder.file($0) }
            try folder.file("requirements/r.yaml")
            try folder.file("b/notes.txt")
            try folder.file("folder.yaml/inner.txt")
            try folder.link("b/up", to: folder.path)
            try folder.link("again", to: "b")
            try folder.link("z.yaml", to: expected[0])
            let found = try InputFolder(path: folder.path).files(
                endingIn: [".yaml", ".yml"],
                skipping: ["requirements"]
            )
            #expect(found == expected)
        }
    }

    @Test("what only a link within the folder leads to is found under the link")
    func throughLinks() throws {
        try TemporaryFolder.use { folder in
            try folder.file("data/a.txt")
            try folder.file("requirements/deep/r.yaml")
            let links = [try folder.link("a.yaml", to: "data/a.txt"), try folder.link("b", to: "requirements/deep")]
            let found = try InputFolder(path: folder.path).files(endingIn: [".yaml"], skipping: ["requirements"])
            #expect(found == [links[0], "\(links[1])/r.yaml"])
        }
    }

    @Test("the folder itself may be a link, and links in it are judged by what it leads to")
    func linkedRoot() throws {
        try TemporaryFolder.use { folder in
            try folder.file("suite/a.txt")
            try folder.link("suite/a.yaml", to: "a.txt")
            let root = try folder.link("link", to: "suite")
            let found = try InputFolder(path: root).files(endingIn: [".yaml"], skipping: [])
            #expect(found == ["\(root)/a.yaml"])
        }
    }

    @Test(
        "a link that leads out of the folder, nowhere or in a circle is refused, be it to a file or a folder",
        arguments: [
            ("x.yaml", "../other/b.yaml", "leads out of"), ("x", "../other", "leads out of"),
            ("x", "../suite-2", "leads out of"), ("x", "/", "leads out of"), ("x.yaml", "none", "leads to nothing"),
            ("x", "none", "leads to nothing"), ("x", "x", "lead in a circle"),
        ]
    )
    func refusedLinks(name: String, target: String, reason: String) throws {
        try TemporaryFolder.use { folder in
            for file in ["suite/a.yaml", "other/b.yaml", "suite-2/c.yaml"] { try folder.file(file) }
            let link = try folder.link("suite/\(name)", to: target)
            let error = #expect(throws: UnreadableFile.self) {
                try InputFolder(path: "\(folder.path)/suite").files(endingIn: [".yaml"], skipping: [])
            }
            #expect(error?.path == link)
            #expect(error?.reason.contains(reason) == true, "\(error?.reason ?? "")")
        }
    }

    @Test("a link out of the folder to a file that would not be read anyway is left alone")
    func otherLinks() throws {
        try TemporaryFolder.use { folder in
            try folder.file("README.md")
            let file = try folder.file("suite/a.yaml")
            try folder.link("suite/README.md", to: "../README.md")
            let found = try InputFolder(path: "\(folder.path)/suite").files(endingIn: [".yaml"], skipping: [])
            #expect(found == [file])
        }
    }

    @Test("a folder with too many folders inside each other is refused")
    func depth() throws {
        try TemporaryFolder.use { folder in
            let deep = Array(repeating: "d", count: InputBounds.folderDepth).joined(separator: "/")
            try folder.file("\(deep)/a.yaml")
            let files = { try InputFolder(path: folder.path).files(endingIn: [".yaml"], skipping: []) }
            #expect(try files().count == 1)
            try folder.file("\(deep)/d/a.yaml")
            let error = #expect(throws: UnreadableFile.self) { try files() }
            #expect(error?.reason.hasPrefix("there are more than 32 folders inside each other") == true)
        }
    }

    @Test("a named pipe in a folder is found, and refused when it is read")
    func pipe() throws {
        try TemporaryFolder.use { folder in
            let pipe = try folder.pipe("p.yaml")
            let found = try InputFolder(path: folder.path).files(endingIn: [".yaml"], skipping: [])
            #expect(found == [pipe])
            #expect(throws: UnreadableFile.self) { try Input(path: pipe).bytes() }
        }
    }

    @Test("a folder that is not there, or is none, can't be read")
    func missing() throws {
        try TemporaryFolder.use { folder in
            let file = try folder.file("file")
            for path in ["\(folder.path)/none", file] {
                #expect(throws: UnreadableFile.self) {
                    try InputFolder(path: path).files(endingIn: [".yaml"], skipping: [])
                }
                #expect(!InputFolder.exists(at: path))
            }
            #expect(InputFolder.exists(at: folder.path))
        }
    }
}

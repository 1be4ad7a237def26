import Files
import Foundation
import Testing

@Suite("PendingOutput")
struct PendingOutputTests {
    @Test("a file is as it was until it is committed, and then new as a whole")
    func whole() throws {
        let folder = try Folder()
        try folder.write("old", to: "a")
        let output = try PendingOutput(OutputTarget(folder.path("a")))
        try output.write(Array("ne".utf8))
        try output.write(Array("w".utf8))
        #expect(try folder.text(of: "a") == "old")
        try output.commit(isDurable: true)
        #expect(try folder.text(of: "a") == "new")
        #expect(try folder.names() == ["a"])
    }

    @Test("what is not committed leaves nothing behind")
    func dropped() throws {
        let folder = try Folder()
        do { try PendingOutput(OutputTarget(folder.path("b/c/a"))).write([1]) }
        #expect(try folder.names() == ["b"])
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path("b/c")).isEmpty)
    }

    @Test("what a dead process left beside it is taken over, and what a living one writes is left alone")
    func leftover() throws {
        let folder = try Folder()
        try folder.write("left", to: "a.partial")
        let first = try PendingOutput(OutputTarget(folder.path("a")))
        try first.write([UInt8](repeating: 0x61, count: 3))
        #expect(throws: OutputError.busy) { try PendingOutput(OutputTarget(folder.path("a"))) }
        try first.commit(isDurable: false)
        #expect(try folder.text(of: "a") == "aaa")
    }

    @Test("a file that is removed while it is written is missed, and what stands there instead stays")
    func removed() throws {
        let folder = try Folder()
        do {
            let output = try PendingOutput(OutputTarget(folder.path("a")))
            try output.write([1])
            try FileManager.default.removeItem(atPath: folder.path("a.partial"))
            try folder.write("mine", to: "a.partial")
            #expect(throws: OutputError.removed) { try output.commit(isDurable: false) }
        }
        #expect(try folder.names() == ["a.partial"])
        #expect(try folder.text(of: "a.partial") == "mine")
    }

    @Test("a name as long as names may be has a shorter one beside it")
    func longName() throws {
        let folder = try Folder()
        let name = String(repeating: "é", count: 127)
        let output = try PendingOutput(OutputTarget(folder.path(name)))
        try output.write([0x61])
        try output.commit(isDurable: false)
        #expect(try folder.names() == [name])
    }

    @Test("a path names an open stream, a device, a file or nothing that can be written")
    func targets() throws {
        let folder = try Folder()
        try folder.link("out", to: "/dev/stdout")
        try folder.link("next", to: "a")
        try folder.link("loop", to: "loop")
        #expect(try OutputTarget("/dev/fd/7") == .descriptor(7))
        #expect(try OutputTarget(folder.path("out")) == .descriptor(1))
        #expect(try OutputTarget("/dev/null") == .device("/dev/null"))
        #expect(try OutputTarget(folder.path("next")) == .file(folder.path("a")))
        #expect(throws: OutputError.system(ELOOP)) { try OutputTarget(folder.path("loop")) }
        #expect(throws: OutputError.system(EISDIR)) { try OutputTarget(folder.path("")) }
        #expect(throws: OutputError.system(EISDIR)) { try OutputTarget(folder.path("none/")) }
        #expect(throws: OutputError.system(EBADF)) { try PendingOutput(.descriptor(9999)) }
    }
}

/// A folder of its own, gone with its last use.
private final class Folder {
    private let url = FileManager.default.temporaryDirectory.appendingPathComponent("seamcheck-\(UUID().uuidString)")

    init() throws { try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true) }

    deinit { try? FileManager.default.removeItem(at: url) }

    func path(_ name: String) -> String { url.path + "/" + name }

    func write(_ text: String, to name: String) throws {
        try text.write(toFile: path(name), atomically: false, encoding: .utf8)
    }

    func text(of name: String) throws -> String { try String(contentsOfFile: path(name), encoding: .utf8) }

    func names() throws -> [String] { try FileManager.default.contentsOfDirectory(atPath: url.path).sorted() }

    func link(_ name: String, to target: String) throws {
        try FileManager.default.createSymbolicLink(atPath: path(name), withDestinationPath: target)
    }
}

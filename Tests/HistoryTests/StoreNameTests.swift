import Foundation
import History
import Results
import Testing

@Suite("Store name")
struct StoreNameTests {
    @Test(
        "a name that SQLite takes for something else than a file is refused, never a store that is silently gone",
        arguments: ["", ":memory:", "file::memory:", "file:store?mode=memory", "file:store.sqlite"]
    )
    func noFile(path: String) {
        let error = StoreError(path: path, cause: .noFile)
        #expect(throws: error) { try Store(path: path) }
        #expect(throws: error) { try Store(reading: path) }
        let name = path.isEmpty ? "''" : path
        #expect("\(error)" == "\(name): this names no file (name a file with --store FILE)")
    }

    @Test(
        "a file whose name has such a word in it is a file",
        arguments: [":memory:", "file:store", "a file: b?mode=memory"]
    )
    func file(name: String) throws {
        try inFolder { folder in
            let path = "\(folder)/\(name)"
            try Store(path: path).write(run: "one")
            #expect(FileManager.default.fileExists(atPath: path))
            #expect(try Store(reading: path).runs().map(\.header.id) == ["one"])
        }
    }

    @Test("a folder is no store, and the error says so", arguments: ["", "/", "/none/"])
    func folder(end: String) throws {
        try inFolder { folder in
            let path = folder + end
            let error = StoreError(path: path, cause: .folder)
            #expect(throws: error) { try Store(path: path) }
            #expect(throws: error) { try Store(reading: path) }
            #expect("\(error)" == "\(path): is a folder (name a file with --store FILE)")
        }
    }

    @Test("a named pipe or a device is no store, and is not waited for")
    func noRegularFile() throws {
        try inFolder { folder in
            let pipe = "\(folder)/store.sqlite"
            #expect(mkfifo(pipe, 0o600) == 0)
            for (path, kind) in [(pipe, "a named pipe"), ("/dev/zero", "a device")] {
                let error = StoreError(path: path, cause: .notAFile(kind))
                #expect(throws: error) { try Store(path: path) }
                #expect(throws: error) { try Store(reading: path) }
                #expect(throws: error) { try Store.merging([path]) { try Store.inMemory() } }
                #expect("\(error)" == "\(path): is \(kind), not a file (name a file with --store FILE)")
            }
        }
    }

    @Test("a link that leads back to itself is told as one", arguments: ["", "/store.sqlite"])
    func loop(end: String) throws {
        try inFolder { folder in
            let link = "\(folder)/link"
            try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: link)
            let error = StoreError(path: link + end, cause: .linkLoop)
            #expect(throws: error) { try Store(path: link + end) }
            #expect(throws: error) { try Store(reading: link + end) }
            #expect("\(error)".contains("mend the link"))
        }
    }

    @Test("a link to a file that is not there yet is followed")
    func link() throws {
        try inFolder { folder in
            let link = "\(folder)/link"
            try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "\(folder)/store.sqlite")
            try Store(path: link).write(run: "one")
            #expect(try Store(reading: "\(folder)/store.sqlite").runs().map(\.header.id) == ["one"])
        }
    }
}

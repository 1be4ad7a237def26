import Foundation

/// A file that a user names to be judged, or standard input.
struct Input {
    /// The path as it was given; `-` for standard input.
    let path: String

    /// How messages name it.
    var name: String { path == "-" ? "stdin" : path }

    /// All that it holds.
    ///
    /// - Returns: the bytes, at most `SuiteFiles.sizeLimit`.
    /// - Throws: `UnreadableFile` when it can't be read or is too large.
    func bytes() throws(UnreadableFile) -> [UInt8] {
        try withReader { (reader) throws(UnreadableFile) in
            var bytes: [UInt8] = []
            while let chunk = try reader.chunk() {
                bytes += chunk
                guard bytes.count <= SuiteFiles.sizeLimit else {
                    throw UnreadableFile(path: name, reason: "it is larger than \(SuiteFiles.sizeLimit >> 20) MiB")
                }
            }
            return bytes
        }
    }

    /// Reads it line by line as the lines come.
    ///
    /// - Parameter body: what is done with each line.
    /// - Throws: `UnreadableFile` when it can't be read.
    func forEachLine(_ body: (LineReader.Line) -> Void) throws(UnreadableFile) {
        try withReader { (reader) throws(UnreadableFile) in
            var lines = LineReader(reader)
            while let line = try lines.next() { body(line) }
        }
    }

    /// Opens it, and closes it afterwards.
    private func withReader<Value>(
        _ body: (ByteReader) throws(UnreadableFile) -> Value
    ) throws(UnreadableFile) -> Value {
        guard path != "-" else { return try body(ByteReader(descriptor: STDIN_FILENO, name: name)) }
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw UnreadableFile(path: path, code: errno) }
        defer { close(descriptor) }
        return try body(ByteReader(descriptor: descriptor, name: name))
    }
}

/// What reads an open file piece by piece.
struct ByteReader {
    /// The most bytes that are read at once.
    private static let chunkSize = 1 << 16

    /// The open file.
    let descriptor: Int32
    /// How messages name it.
    let name: String

    /// The bytes that come next; nil at the end.
    ///
    /// - Throws: `UnreadableFile` when they can't be read.
    func chunk() throws(UnreadableFile) -> [UInt8]? {
        while true {
            var code: Int32 = 0
            let bytes = [UInt8](unsafeUninitializedCapacity: Self.chunkSize) { buffer, count in
                let read = Foundation.read(descriptor, buffer.baseAddress, buffer.count)
                if read < 0 { code = errno }
                count = max(0, read)
            }
            if code == 0 { return bytes.isEmpty ? nil : bytes }
            guard code == EINTR else { throw UnreadableFile(path: name, code: code) }
        }
    }
}

extension UnreadableFile {
    /// A file that the system refuses to read.
    fileprivate init(path: String, code: Int32) {
        let reason =
            switch code {
            case ENOENT: "there is no such file"
            case EISDIR: "it is a folder"
            default: String(cString: strerror(code)).lowercased()
            }
        self.init(path: path, reason: reason)
    }
}

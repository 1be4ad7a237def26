import Foundation

/// A file that a user names, or that one of the user's files refers to; or standard input.
///
/// This is the one place where such files are opened. Opening never waits: a named pipe that nobody writes to, a socket or a
/// device is refused before it is opened, and once more when it is open, since a path can change in between.
package struct Input: Sendable {
    /// The path as it was given; `-` for standard input.
    package let path: String

    /// A file.
    ///
    /// - Parameter path: its path; `-` for standard input.
    package init(path: String) {
        self.path = path
    }

    /// How messages name it.
    package var name: String { isStandardInput ? "stdin" : path }

    private var isStandardInput: Bool { path == "-" || path == "/dev/stdin" }

    /// All that it holds.
    ///
    /// - Parameter limit: the most bytes that it may hold.
    /// - Returns: the bytes.
    /// - Throws: ``UnreadableFile`` when it is no file, can't be read or is too large.
    package func bytes(atMost limit: Int = InputBounds.documentBytes) throws(UnreadableFile) -> [UInt8] {
        try withReader { (reader) throws(UnreadableFile) in
            var bytes: [UInt8] = []
            guard reader.knownSize <= limit else { throw tooLarge(limit) }
            bytes.reserveCapacity(reader.knownSize)
            while let chunk = try reader.chunk() {
                guard chunk.count <= limit - bytes.count else { throw tooLarge(limit) }
                bytes += chunk
            }
            return bytes
        }
    }

    /// The text that it holds.
    ///
    /// - Parameter limit: the most bytes that it may hold.
    /// - Returns: the text.
    /// - Throws: ``UnreadableFile`` when it is no file, can't be read, is too large, or is not UTF-8.
    package func text(atMost limit: Int = InputBounds.documentBytes) throws(UnreadableFile) -> String {
        guard let text = String(validating: try bytes(atMost: limit), as: UTF8.self) else {
            throw UnreadableFile(path: name, reason: "it is not UTF-8 text")
        }
        return text
    }

    /// Reads it line by line as the lines come.
    ///
    /// - Parameter body: what is done with each line.
    /// - Throws: ``UnreadableFile`` when it is no file or can't be read.
    package func forEachLine(_ body: (LineReader.Line) -> Void) throws(UnreadableFile) {
        try withReader { (reader) throws(UnreadableFile) in
            var lines = LineReader(reader)
            while let line = try lines.next() { body(line) }
        }
    }

    /// Opens it, and closes it afterwards.
    private func withReader<Value>(
        _ body: (ByteReader) throws(UnreadableFile) -> Value
    ) throws(UnreadableFile) -> Value {
        guard !isStandardInput else { return try body(ByteReader(descriptor: STDIN_FILENO, name: name, knownSize: 0)) }
        try refuse(try FileKind(at: path))
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
        guard descriptor >= 0 else { throw UnreadableFile(path: path, code: errno) }
        defer { close(descriptor) }
        let (kind, size) = try FileKind.of(descriptor, at: path)
        try refuse(kind)
        // A pipe that the shell has opened is waited for; that a file is not has no effect.
        _ = fcntl(descriptor, F_SETFL, 0)
        return try body(ByteReader(descriptor: descriptor, name: name, knownSize: size))
    }

    /// Refuses what is no file; a pipe counts as one when the shell has opened it, as `<(…)` does.
    private func refuse(_ kind: FileKind) throws(UnreadableFile) {
        switch kind {
        case .file: return
        case .pipe where isOpenedBefore: return
        default: throw UnreadableFile(path: path, reason: "it is \(kind.words), not a file")
        }
    }

    /// Whether the path names what the process was given open.
    private var isOpenedBefore: Bool {
        ["/dev/fd/", "/proc/self/fd/"].contains(where: path.hasPrefix)
    }

    private func tooLarge(_ limit: Int) -> UnreadableFile {
        UnreadableFile(path: name, reason: "it is larger than \(limit >> 20) MiB")
    }
}

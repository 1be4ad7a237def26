import Foundation

/// The lines of an input as they come, in bounded memory.
package struct LineReader {
    /// One line.
    package enum Line {
        /// Its bytes, without the line feed.
        case text([UInt8])
        /// It has more bytes than ``InputBounds/lineBytes``, and was not kept.
        case tooLong
    }

    private let source: ByteReader
    /// What was read and not yet given out.
    private var buffer: [UInt8] = []
    /// Where the next line begins in the buffer.
    private var start = 0
    /// Up to where the buffer is known to have no line feed.
    private var searched = 0
    /// Whether the line that is being read is longer than is kept.
    private var isTooLong = false

    /// A reader at the beginning of an input.
    ///
    /// - Parameter source: the input.
    init(_ source: ByteReader) {
        self.source = source
    }

    /// The next line; nil at the end.
    ///
    /// What follows the last line feed is a line unless it is empty.
    /// - Throws: ``UnreadableFile`` when the input can't be read.
    mutating func next() throws(UnreadableFile) -> Line? {
        while true {
            if let end = lineFeed { return line(endingAt: end, next: end + 1) }
            searched = buffer.count
            if buffer.count - start > InputBounds.lineBytes { forget() }
            guard let chunk = try source.chunk() else {
                guard start < buffer.count || isTooLong else { return nil }
                return line(endingAt: buffer.count, next: buffer.count)
            }
            if start > 0 {
                buffer.removeSubrange(..<start)
                searched -= start
                start = 0
            }
            buffer += chunk
        }
    }

    /// Where the line that begins at ``start`` ends; nil when that was not read yet.
    private var lineFeed: Int? {
        buffer.withUnsafeBytes { bytes in
            guard let base = bytes.baseAddress, searched < bytes.count else { return nil }
            return memchr(base + searched, 0x0A, bytes.count - searched).map { UnsafeRawPointer($0) - base }
        }
    }

    /// Gives out the line that ends at a place.
    private mutating func line(endingAt end: Int, next: Int) -> Line {
        let isTooLong = isTooLong || end - start > InputBounds.lineBytes
        defer {
            start = next
            searched = next
            self.isTooLong = false
        }
        return isTooLong ? .tooLong : .text(Array(buffer[start..<end]))
    }

    /// Drops what was kept of a line that is too long.
    private mutating func forget() {
        isTooLong = true
        start = buffer.count
    }
}

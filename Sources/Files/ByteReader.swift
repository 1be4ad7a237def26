import Foundation

/// What reads an open file piece by piece.
struct ByteReader {
    /// The most bytes that are read at once.
    private static let chunkSize = 1 << 16

    /// The open file.
    let descriptor: Int32
    /// How messages name it.
    let name: String
    /// How many bytes it was said to have when it was opened; 0 when that isn't known.
    let knownSize: Int

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

/// A text that is written into memory of a known size.
struct TextOutput {
    private let buffer: UnsafeMutableBufferPointer<UInt8>
    /// How many bytes were written.
    private(set) var count = 0

    /// A text without bytes.
    ///
    /// - Parameter buffer: the memory; what does not fit is not written.
    init(_ buffer: UnsafeMutableBufferPointer<UInt8>) {
        self.buffer = buffer
    }

    /// Writes a stretch of a source.
    @inline(__always)
    mutating func append(_ source: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
        guard let from = source.baseAddress, let to = buffer.baseAddress, range.count <= buffer.count - count else {
            return
        }
        (to + count).update(from: from + range.lowerBound, count: range.count)
        count += range.count
    }

    /// Writes some bytes.
    mutating func append(_ bytes: [UInt8]) {
        bytes.withUnsafeBufferPointer { append($0, $0.indices) }
    }

    /// Writes a byte.
    mutating func append(_ byte: UInt8) {
        guard count < buffer.count else { return }
        buffer[count] = byte
        count += 1
    }
}

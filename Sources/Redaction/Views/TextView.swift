/// The bytes of a text, as they stand or without their escapes, and where each of them stands in the source.
struct TextView {
    /// The bytes.
    let bytes: UnsafeBufferPointer<UInt8>
    /// Where in the source each byte begins, and behind them the end of the source; nil when the bytes are the source.
    let starts: UnsafeBufferPointer<UInt32>?
    /// The source.
    let source: UnsafeBufferPointer<UInt8>

    /// The source itself.
    ///
    /// - Parameter source: the source.
    init(_ source: UnsafeBufferPointer<UInt8>) {
        bytes = source
        starts = nil
        self.source = source
    }

    /// A text without its escapes.
    ///
    /// - Parameters:
    ///   - bytes: the bytes that are left.
    ///   - starts: where each of them begins in the source, and where the source ends.
    ///   - source: the source.
    init(
        bytes: UnsafeBufferPointer<UInt8>,
        starts: UnsafeBufferPointer<UInt32>,
        source: UnsafeBufferPointer<UInt8>
    ) {
        self.bytes = bytes
        self.starts = starts
        self.source = source
    }

    /// Where a byte begins in the source; the source's end for the place behind the last byte.
    @inline(__always)
    func start(of index: Int) -> Int {
        starts.map { Int($0[index]) } ?? index
    }

    /// Where some bytes stand in the source.
    @inline(__always)
    func place(of range: Range<Int>) -> Range<Int> {
        start(of: range.lowerBound)..<start(of: range.upperBound)
    }
}

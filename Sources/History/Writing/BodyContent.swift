import CZlib
import Foundation

/// A body as a column holds it: compressed (RFC 1950) when that makes it smaller, else as it is.
///
/// Equal texts give equal columns, so that what is equal is stored once.
struct BodyContent: Equatable {
    /// Texts of fewer bytes are left as they are: the frame alone takes eleven.
    private static let worthwhile = 128

    /// What the column holds.
    let bytes: Data
    /// How many bytes the text has when `bytes` are compressed; nil when they are the text.
    let expandedCount: Int?

    /// The content of a column that was read.
    ///
    /// - Parameters:
    ///   - bytes: what the column holds.
    ///   - expandedCount: how many bytes the text has when they are compressed.
    init(bytes: Data, expandedCount: Int?) {
        self.bytes = bytes
        self.expandedCount = expandedCount
    }

    /// The content of a column for a text.
    ///
    /// - Parameter text: the text.
    init(_ text: String) {
        let plain = Data(text.utf8)
        let compressed = plain.count < Self.worthwhile ? nil : Self.compressed(plain)
        bytes = compressed ?? plain
        expandedCount = compressed == nil ? nil : plain.count
    }

    /// The text; nil when the bytes are not what they should be.
    var text: String? {
        guard let expandedCount else { return String(decoding: bytes, as: UTF8.self) }
        guard let expanded = Self.expanded(bytes, count: expandedCount) else { return nil }
        return String(decoding: expanded, as: UTF8.self)
    }

    /// The bytes compressed; nil when that makes them no smaller.
    private static func compressed(_ plain: Data) -> Data? {
        var compressed = Data(count: plain.count - 1)
        var count = uLong(compressed.count)
        let status = compressed.withUnsafeMutableBytes { target in
            plain.withUnsafeBytes { source in
                compress2(
                    target.bindMemory(to: Bytef.self).baseAddress,
                    &count,
                    source.bindMemory(to: Bytef.self).baseAddress,
                    uLong(source.count),
                    Z_DEFAULT_COMPRESSION
                )
            }
        }
        return status == Z_OK ? compressed.prefix(Int(count)) : nil
    }

    /// The bytes expanded; nil when they are not the compressed form of so many.
    private static func expanded(_ bytes: Data, count: Int) -> Data? {
        guard count >= 0, count / 1100 <= bytes.count else { return nil }
        var expanded = Data(count: count)
        var length = uLong(count)
        let status = expanded.withUnsafeMutableBytes { target in
            bytes.withUnsafeBytes { source in
                uncompress(
                    target.bindMemory(to: Bytef.self).baseAddress,
                    &length,
                    source.bindMemory(to: Bytef.self).baseAddress,
                    uLong(source.count)
                )
            }
        }
        return status == Z_OK && length == count ? expanded : nil
    }
}

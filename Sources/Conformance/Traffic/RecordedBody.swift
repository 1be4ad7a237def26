package import JSON

/// The body of a message that somebody recorded, as far as it can be read.
package enum RecordedBody: Sendable {
    /// There was none.
    case empty
    /// It is a JSON text.
    case json(JSONText)
    /// It is something else: what is wrong with it as JSON.
    case malformed(JSONSyntaxError)
    /// It can't be told: why.
    case unknown(String)

    /// The body that these bytes are.
    ///
    /// - Parameter bytes: the bytes, no content coding left on them.
    package init(_ bytes: [UInt8]) {
        guard !bytes.isEmpty else {
            self = .empty
            return
        }
        do throws(JSONSyntaxError) {
            self = .json(try JSONText(parsing: bytes))
        } catch {
            self = .malformed(error)
        }
    }
}

package import JSON
package import Redaction

/// Recorded traffic: an HTTP Archive, as browsers and proxies save it.
///
/// Source: HAR 1.2 (<http://www.softwareishard.com/blog/har-12-spec/>).
package struct TrafficRecording: Sendable {
    /// The exchanges in the order of the recording.
    package let exchanges: [RecordedExchange]
    /// The secrets that the messages carried, each once, at most 1000.
    package let secrets: [Secret]

    /// Reads an HTTP Archive.
    ///
    /// - Parameter archive: the archive.
    /// - Throws: ``RecordingError`` when it is none.
    package init(archive: JSONValue) throws(RecordingError) {
        guard let entries = archive["log"]?["entries"]?.arrayValue else {
            let message = "not an HTTP Archive (expected an array 'entries' in 'log', as HAR 1.2 has it)"
            throw RecordingError(message: message, pointer: JSONPointer())
        }
        var exchanges: [RecordedExchange] = []
        exchanges.reserveCapacity(entries.count)
        var found: Set<String> = []
        for (index, value) in entries.enumerated() {
            let entry = ArchiveEntry(value: value, index: index)
            let exchange = try entry.exchange()
            exchanges.append(exchange)
            for secret in ArchiveCredentials(value: value, exchange: exchange).all where found.count < 1000 {
                found.insert(secret)
            }
        }
        self.exchanges = exchanges
        secrets = found.sorted().map { Secret($0, name: Placeholder.secret) }
    }
}

/// Why a file is no recorded traffic, and where.
package struct RecordingError: Error, Sendable, Hashable {
    /// What is wrong, as a lower-case fragment.
    package let message: String
    /// Where in the file.
    package let pointer: JSONPointer
}

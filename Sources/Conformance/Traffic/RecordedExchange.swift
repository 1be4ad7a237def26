/// One request and its response as somebody recorded them; not redacted.
package struct RecordedExchange: Sendable {
    /// Which entry of the recording it is, counted from 0.
    package let index: Int
    /// The method, as it was sent.
    package let method: String
    /// The URL, as it was sent.
    package let url: String
    /// Whether it asks for what has changed only, so that 304 is an answer (RFC 9110 §15.4.5).
    package let isConditional: Bool
    /// The body of the request.
    package let request: RecordedBody
    /// The media type of the request's body; empty when it isn't known.
    package let requestType: String
    /// The status of the response; nil when none came.
    package let status: Int?
    /// The body of the response.
    package let response: RecordedBody
    /// The media type of the response's body; empty when it isn't known.
    package let responseType: String

    /// The URL, taken apart.
    var location: RecordedLocation { RecordedLocation(url) }

    /// The URL with nothing secret in it.
    package var shownURL: String { location.shown }
}

/// One request and its response as somebody recorded them; not redacted.
package struct RecordedExchange: Sendable {
    /// Which entry of the recording it is, counted from 0.
    package let index: Int
    /// The method, as it was sent.
    package let method: String
    /// The URL, as it was sent.
    package let url: String
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
}

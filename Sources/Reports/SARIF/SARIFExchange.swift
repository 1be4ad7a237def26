import JSON
import Results

/// The exchange that shows a finding, as `webRequest` and `webResponse`; it was redacted before it became an event.
enum SARIFExchange {
    /// How many characters of a body are told.
    private static let bodyLimit = 4000

    /// What was sent.
    ///
    /// - Parameter exchange: the exchange.
    /// - Returns: the object.
    static func request(_ exchange: Exchange) -> JSONValue {
        .members([
            "protocol": "HTTP",
            "method": .line(exchange.request.method),
            "target": .line(exchange.request.url),
            "headers": headers(exchange.request.headers),
            "body": exchange.request.body.map(content),
        ])
    }

    /// What came back.
    ///
    /// - Parameter exchange: the exchange.
    /// - Returns: the object.
    static func response(_ exchange: Exchange) -> JSONValue {
        guard let response = exchange.response else { return .members(["noResponseReceived": true]) }
        return .members([
            "protocol": "HTTP",
            "statusCode": .count(response.status),
            "headers": headers(response.headers),
            "body": content(response.body),
        ])
    }

    /// The fields by name; the values of one name are one list (RFC 9110 §5.3).
    private static func headers(_ fields: [HeaderField]) -> JSONValue {
        var object = JSONObject()
        for field in fields.prefix(100) {
            let name = field.name.told
            let before = object[name]?.stringValue.map { $0 + ", " } ?? ""
            object[name] = .line(before + field.value)
        }
        return .object(object)
    }

    private static func content(_ body: MessageBody) -> JSONValue {
        .members(["text": .lines(body.text, limit: bodyLimit)])
    }
}

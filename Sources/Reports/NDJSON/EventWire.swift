import JSON
public import Results

/// The wire form of events: one JSON object a line, of which the member `event` says what happened.
///
/// | `event` | members |
/// | --- | --- |
/// | `started` | `format` (1), `run`, `startedAt`, `endpoint`, `isEmbedded`, `contract` and `suite` (`origin`, `fingerprint`), `version`, `seed` (digits in a string), `caseCount`, `profile`? (`name`, `requirements`), `labels` (array of `key`, `value`), `shards`? (`set`, `count`, `plan`, `caseCount`, `parts`: array of `number`, `run`, `startedAt`, `endpoint`, `seed`, `caseCount`, `ending`? as of `finished`, `replaced`), `narrowing`? (array of what left cases out: `id`, `tag`, `requirement`, `profile`, `settled`, `read-only`) |
/// | `caseStarted` | `case`, `scenario`, `title`, `area`, `place`, `startedAt`, `scenarioHash`? (digits in a string) |
/// | `exchanged` | `case`, `ordinal`, `step`, `phase`, `copy`?, `attempt`, `operation`?, `credential`, `startedAt`, `durationNs`, `retries` (array of `reason`, `delayNs`), `request` (`method`, `url`, `headers`, `body`?), and either `response` (`status`, `headers`, `body`) or `failure` (`kind`, `message`) |
/// | `found` | `case`, `code`, `requirements`, `severity`, `step`, `exchange`?, `operation`?, `place`, `message`, `expected`, `actual` |
/// | `drifted` | `case`, `kind`, `operation`, `place` |
/// | `caseFinished` | `case`, `verdict`, `reason`, `requirements` (array of `id`, `level`, `weighed`, `broken`), `untested`?, `cause`? (`operation`, `evidence`), `witnesses`?, `durationNs`, `finishedAt` |
/// | `exercised` | `operation`, `calls`, `methods`, `parameters`, `answers` (array of `status`, `fields`) |
/// | `reran` | `case`, `verdict`, `breaches` (array of `fingerprint`, `severity`, `requirements`), `finishedAt` |
/// | `noted` | `at`, `message` |
/// | `finished` | `reason`, `message`, `finishedAt`, `cleanup`? (`created`, `deleted`, `left`: array of `namespace`, `reason`, `count`, `names`) |
///
/// Members with `?` may be missing. Instants are RFC 3339 in UTC with nine digits of a second, durations whole
/// nanoseconds. `headers` is an array of `[name, value]`, a body an object of `text`, `byteCount` and `isTruncated`.
/// Members that a reader does not know are to be passed over.
public enum EventWire: Sendable {
    /// The version of the form; it rises when a reader of the older one would go wrong.
    public static let format = 1

    /// An event as a line.
    ///
    /// - Parameter event: the event.
    /// - Returns: the line, without a line break.
    public static func line(_ event: RunEvent) -> String {
        JSONValue.object(object(event)).serialized()
    }

    /// The event of a line.
    ///
    /// - Parameters:
    ///   - line: the line.
    ///   - number: which line of its file it is, counted from 1, for the error.
    /// - Returns: the event.
    /// - Throws: `EventWireError` when the line is no event or of a newer form.
    public static func event(_ line: String, number: Int = 1) throws(EventWireError) -> RunEvent {
        let value: JSONValue
        do {
            value = try JSONValue(parsing: line)
        } catch {
            throw EventWireError(line: number, message: "not JSON: \(error)")
        }
        return try WireReader(value: value, line: number, place: "").event()
    }
}

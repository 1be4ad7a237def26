/// What the HTTP face insists on: every switch is on in a correct server, and each deliberate breach turns one off.
///
/// A new switch is for what can't be told as data. It is asked at the one place that keeps the rule, and named in the fault
/// catalogue with the requirement it breaks.
struct ServerPolicy: Sendable {
    /// Whether header fields are found by their names in any case (TR-HEADER-CASE).
    var matchesHeadersInAnyCase = true
    /// Whether a body must be said to be JSON (TR-CT-REJECT).
    var checksContentType = true
    /// Whether a body of a PATCH must be said to be JSON (TR-CT-REJECT).
    var checksContentTypeOfPatch = true
    /// Whether a body that is no JSON is refused, and not passed over (TR-JSON-MALFORMED).
    var refusesMalformedBodies = true
    /// Whether a body that is JSON but no object is refused, and not passed over (TR-JSON-NONOBJECT).
    var refusesOtherBodies = true
    /// Whether unknown parameters are passed over, and not refused (TR-UNKNOWN-PROP).
    var passesOverUnknownParameters = true
    /// Whether the mark `_strict` is passed over, and not refused (TR-STRICT-FLAG).
    var passesOverStrictMark = true
    /// Whether a parameter in the body counts before one in the query (TR-BODY-WINS).
    var prefersBody = true
    /// Whether a parameter that is no array and comes twice is refused, and not read the last time (TR-REPEAT-SCALAR).
    var refusesRepeatedScalars = true
    /// Whether `name[]` is read as an array (TR-ARRAY-BRACKET).
    var readsBrackets = true
    /// Whether commas part the items of an array, unless `_strict` says otherwise (TR-ARRAY-COMMA).
    var splitsAtCommas = true
    /// Whether commas part no items when `_strict` says so (TR-ARRAY-COMMA).
    var heedsStrictMark = true
    /// Whether parameters are checked before anything is carried out (UI-V-ATOMIC).
    var validatesBeforeActing = true
}

import JSON

/// Where a list goes on: base64 of `[hash of the parameters, serial number of the last row seen]`.
///
/// Naming the last row seen, not the next one, a cursor stays right when rows go; the hash, which takes in the
/// workspace and the operation, refuses a cursor that comes with other parameters or from another workspace.
struct PageCursor: Sendable, Equatable {
    /// What the cursor was made for.
    let binding: String
    /// The serial number of the last row seen.
    let serial: Int

    /// A cursor.
    init(binding: String, serial: Int) {
        self.binding = binding
        self.serial = serial
    }

    /// The cursor that a text holds; nil when it holds none.
    init?(_ text: String) {
        guard
            let bytes = Base64.decode(text), let json = try? JSONValue(parsing: bytes),
            let items = json.arrayValue, items.count == 2,
            let binding = items[0].stringValue, let serial = items[1].numberValue?.intValue, serial >= 0
        else { return nil }
        self.init(binding: binding, serial: serial)
    }

    /// The text that callers send back.
    var text: String {
        let json: JSONValue = [.string(binding), .number(JSONNumber(serial))]
        return Base64.encode(json.serializedBytes())
    }

    /// What a list with these parameters binds its cursors to; the cursor itself does not count.
    static func binding(_ operation: String, _ parameters: JSONObject, in workspaceID: ResourceID) -> String {
        var rest = parameters
        rest["page_cursor"] = nil
        var hash = StableHash()
        hash.combine(workspaceID.description)
        hash.combine(operation)
        hash.combine(JSONValue.object(rest).serializedBytes(.canonical))
        return String(hash.value, radix: 16)
    }
}

import JSON

/// When each id was first in a response of the run, so that a response can't claim that something old is new.
///
/// An id that was there before a create was sent was not made by it. Only hashes of ids are kept; two ids with one hash are
/// taken for one, which leaves something over and deletes nothing. Past ``limit`` ids nothing counts as new any more.
struct Sightings: Sendable {
    /// A moment in the order in which the run sends requests and receives responses.
    typealias Moment = Int

    /// The most ids that are kept.
    static let limit = 1 << 20

    private var firstSeen: [Int: Moment] = [:]
    private var clock: Moment = 0

    /// The moment now, for a request that is about to be sent.
    var now: Moment { clock }

    /// Whether so many ids were seen that further ones could not be kept.
    var isFull: Bool { firstSeen.count >= Self.limit }

    /// Takes in the ids of a response that has just arrived.
    ///
    /// - Parameter json: its body.
    mutating func note(_ json: JSONValue) {
        clock += 1
        note(json, isID: false)
    }

    /// Whether an id was in a response before a moment.
    ///
    /// - Parameters:
    ///   - id: the id.
    ///   - moment: the moment.
    /// - Returns: true when it was.
    func hasSeen(_ id: String, before moment: Moment) -> Bool {
        firstSeen[id.hashValue].map { $0 <= moment } ?? false
    }

    /// Whether an id was in any response.
    ///
    /// - Parameter id: the id.
    /// - Returns: true when it was.
    func hasSeen(_ id: String) -> Bool { firstSeen[id.hashValue] != nil }

    private mutating func note(_ value: JSONValue, isID: Bool) {
        switch value {
        case .string(let text):
            guard isID, !isFull, !text.isEmpty else { return }
            let hash = text.hashValue
            if firstSeen[hash] == nil { firstSeen[hash] = clock }
        case .array(let items): for item in items { note(item, isID: isID) }
        case .object(let object):
            for member in object.members { note(member.value, isID: Self.isIDName(member.key)) }
        case .null, .bool, .number: break
        }
    }

    /// Whether a property of that name holds an id, or several.
    private static func isIDName(_ name: String) -> Bool {
        name.hasSuffix("_id") || name.hasSuffix("_ids") || name == "id"
    }
}

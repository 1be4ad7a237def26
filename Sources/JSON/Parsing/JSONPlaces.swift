/// Where some parts of a JSON text stand in it.
///
/// They are looked for together, in one pass over the text; nothing is kept of the other parts.
///
/// ```swift
/// let places = JSONPlaces(of: violations.map(\.instance), in: bytes)
/// let place = places[violation.instance]
/// ```
public struct JSONPlaces: Sendable {
    /// The positions by pointer.
    private let positions: [JSONPointer: JSONPosition]

    /// Looks for parts of a text that was parsed; of one that was not, perhaps only the first are found.
    ///
    /// - Parameters:
    ///   - pointers: the parts.
    ///   - bytes: the text.
    public init(of pointers: some Sequence<JSONPointer>, in bytes: [UInt8]) {
        positions = bytes.withUnsafeBytes { bytes in
            var search = JSONPlaceSearch(for: pointers, in: bytes)
            var position = JSONPosition(offset: 0, line: 1, column: 1)
            var found: [JSONPointer: JSONPosition] = [:]
            for (pointer, offset) in search.offsets().sorted(by: { $0.offset < $1.offset }) {
                position = position.moved(to: offset, in: bytes)
                found[pointer] = position
            }
            return found
        }
    }

    /// Where a part begins; nil when it was not looked for, or is not there.
    ///
    /// - Parameter pointer: the part.
    public subscript(pointer: JSONPointer) -> JSONPosition? { positions[pointer] }
}

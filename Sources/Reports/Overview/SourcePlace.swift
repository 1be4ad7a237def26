/// A line of a file.
struct SourcePlace: Hashable {
    /// The file's path; empty when it is not known.
    let file: String
    /// The line, counted from 1; nil when it is not known.
    let line: Int?

    /// A place as it is written, such as `scenarios/unique.yaml:2`; a path may have colons of its own.
    ///
    /// - Parameter text: the place.
    init(_ text: String) {
        let colon = text.utf8.lastIndex(of: UInt8(ascii: ":"))
        let number = colon.flatMap { Int(text[text.utf8.index(after: $0)...]) }
        if let colon, let number, number > 0 {
            file = String(text[..<colon])
            line = number
        } else {
            file = text
            line = nil
        }
    }
}

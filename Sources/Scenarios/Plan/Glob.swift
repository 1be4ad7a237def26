/// A pattern for ids: `*` stands for any text, `?` for one character, all else for itself.
public struct Glob: Sendable, Hashable {
    /// The pattern's characters.
    private let pattern: [Character]

    /// A pattern.
    ///
    /// - Parameter pattern: the pattern as written.
    public init(_ pattern: String) {
        self.pattern = Array(pattern)
    }

    /// Whether the whole text fits; takes time in proportion to text and pattern.
    ///
    /// - Parameter text: the text.
    /// - Returns: whether it does.
    public func matches(_ text: String) -> Bool {
        let text = Array(text)
        var place = 0
        var next = 0
        var star: (pattern: Int, text: Int)?
        while place < text.count {
            if next < pattern.count, pattern[next] == "*" {
                star = (next, place)
                next += 1
            } else if next < pattern.count, pattern[next] == "?" || pattern[next] == text[place] {
                next += 1
                place += 1
            } else if let last = star {
                star = (last.pattern, last.text + 1)
                next = last.pattern + 1
                place = last.text + 1
            } else {
                return false
            }
        }
        return pattern[next...].allSatisfy { $0 == "*" }
    }
}

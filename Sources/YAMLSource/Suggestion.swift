/// What to write instead of a word that is not known.
package enum Suggestion {
    /// `did you mean 'x'?` when a known word is near, otherwise `expected a, b or c`; long lists are cut.
    ///
    /// - Parameters:
    ///   - word: the word that is not known.
    ///   - known: the words that are; the nearest wins, of equals the first.
    /// - Returns: a lower-case fragment.
    package static func text(for word: String, among known: [String]) -> String {
        if let near = nearest(to: word, among: known) { return "did you mean '\(near)'?" }
        return known.isEmpty ? "there is none" : "expected \(list(known))"
    }

    /// The known word that is near enough to be meant; nil when none is.
    ///
    /// - Parameters:
    ///   - word: the word that is not known.
    ///   - known: the words that are; the nearest wins, of equals the first.
    /// - Returns: the word.
    package static func nearest(to word: String, among known: [String]) -> String? {
        let scored = known.prefix(candidateLimit).map { known in
            (word: known, distance: distance(word.lowercased(), known.lowercased()))
        }
        guard let best = scored.min(by: { $0.distance < $1.distance }) else { return nil }
        return best.distance <= max(1, min(word.count, best.word.count) / 3) ? best.word : nil
    }

    /// The known words that may be meant, the nearest first: those that are near enough, and those that have all of its
    /// parts.
    ///
    /// - Parameters:
    ///   - word: the word that is not known.
    ///   - known: the words that are.
    ///   - limit: how many at most.
    /// - Returns: the words; empty when none is near.
    package static func all(for word: String, among known: [String], limit: Int = 3) -> [String] {
        let parts = word.lowercased().split { "/._- ".contains($0) }
        let scored = known.prefix(candidateLimit).map { known in
            (word: known, distance: distance(word.lowercased(), known.lowercased()))
        }
        let near = scored.filter { candidate in
            let isSimilar = candidate.distance <= max(1, min(word.count, candidate.word.count) / 3)
            return isSimilar || !parts.isEmpty && parts.allSatisfy(candidate.word.lowercased().contains)
        }
        return near.sorted { ($0.distance, $0.word) < ($1.distance, $1.word) }.prefix(limit).map(\.word)
    }

    /// `a, b or c`; of more than twelve the first twelve and how many more there are.
    package static func list(_ words: [String]) -> String {
        guard words.count <= 12 else {
            return words.prefix(12).joined(separator: ", ") + " or \(words.count - 12) more"
        }
        guard let last = words.last, words.count > 1 else { return words.joined() }
        return words.dropLast().joined(separator: ", ") + " or " + last
    }

    /// How many words are looked at; of more, the first.
    private static let candidateLimit = 1_000

    /// How many letters must be added, dropped, replaced or swapped with their neighbour (optimal string alignment).
    private static func distance(_ left: String, _ right: String) -> Int {
        let left = Array(left.unicodeScalars.prefix(64))
        let right = Array(right.unicodeScalars.prefix(64))
        var before = [Int](repeating: 0, count: right.count + 1)
        var row = Array(0...right.count)
        for i in left.indices {
            var next = [i + 1] + [Int](repeating: 0, count: right.count)
            for j in right.indices {
                let cost = left[i] == right[j] ? 0 : 1
                next[j + 1] = min(next[j] + 1, row[j + 1] + 1, row[j] + cost)
                if i > 0, j > 0, left[i] == right[j - 1], left[i - 1] == right[j] {
                    next[j + 1] = min(next[j + 1], before[j - 1] + 1)
                }
            }
            (before, row) = (row, next)
        }
        return row[right.count]
    }
}

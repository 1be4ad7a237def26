import JSON

/// Finds what a pattern of the user's matches, but for what this program has made up itself.
struct PatternMatches {
    /// The matches in a text; those that overlap together.
    ///
    /// - Parameters:
    ///   - pattern: the pattern.
    ///   - view: the text.
    /// - Returns: the matches, in their order.
    static func findings(of pattern: RedactionPattern, in view: TextView) -> Findings {
        var covered: [Range<Int>] = []
        let visits = pattern.search.forEachMatch(in: view.bytes) { match in
            var match = match
            while let last = covered.last, last.upperBound >= match.lowerBound {
                match = min(last.lowerBound, match.lowerBound)..<match.upperBound
                covered.removeLast()
            }
            covered.append(match)
        }
        var findings = Findings()
        findings.visits = visits
        guard !covered.isEmpty else { return findings }
        let generated = GeneratedText.places(in: view.bytes)
        findings.visits += view.bytes.count
        var next = 0
        for match in covered {
            var start = match.lowerBound
            while next < generated.count, generated[next].upperBound <= start { next += 1 }
            var index = next
            while index < generated.count, generated[index].lowerBound < match.upperBound {
                add(start..<max(start, generated[index].lowerBound), in: view, to: &findings)
                start = generated[index].upperBound
                index += 1
            }
            next = max(next, index - 1)
            if start < match.upperBound { add(start..<match.upperBound, in: view, to: &findings) }
        }
        return findings
    }

    private static func add(_ range: Range<Int>, in view: TextView, to findings: inout Findings) {
        let place = view.place(of: range)
        if !place.isEmpty, !Placeholder.isOne(UnsafeBufferPointer(rebasing: view.source[place])) {
            findings.addByEnd(Replacement(place, .pattern))
        }
    }
}

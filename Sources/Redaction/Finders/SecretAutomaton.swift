/// Finds every form of every secret in one pass over a text, whatever the text and however many secrets there are.
///
/// Source: A. V. Aho and M. J. Corasick, "Efficient string matching: an aid to bibliographic search", 1975. The automaton is
/// written out: for each state and each class of bytes it has the state that follows.
struct SecretAutomaton: Sendable {
    /// The most states; forms for which there is no more room are not looked for.
    static let stateLimit = 1 << 16

    /// One form that is looked for.
    private struct Pattern: Sendable {
        let length: Int
        let secret: Int
        let isCut: Bool
        let isCertain: Bool
        let margin: Int
    }

    /// What is known of a state.
    private struct State: Sendable {
        /// How many bytes of a form have been read.
        var depth = 0
        /// A form that begins so.
        var begun = -1
        /// The form that ends here.
        var ended = -1
        /// The next shorter state in which a form ends; -1 when there is none.
        var shorter = -1

        /// Whether any form ends here.
        var hasEnd: Bool { ended >= 0 || shorter >= 0 }
    }

    /// The class of each byte, those of one letter in either case together; 0 for those that are in no form.
    private var classes = [UInt8](repeating: 0, count: 256)
    private var classCount = 1
    /// For each state and class the state that follows, times two, and 1 more when a form ends in it.
    private var table: [UInt32] = []
    private var states = [State()]
    private var patterns: [Pattern] = []

    /// Whether nothing is looked for.
    var isEmpty: Bool { patterns.isEmpty }

    /// How many bytes the longest form has.
    private(set) var longest = 0

    /// An automaton for some secrets.
    ///
    /// - Parameters:
    ///   - secrets: the secrets; a match tells the number of its secret.
    ///   - first: the number of the first of them.
    ///   - isPlainAlone: whether they are looked for as they are, and in no other form.
    init(_ secrets: [Secret], from first: Int = 0, isPlainAlone: Bool = false) {
        let forms = secrets.enumerated().flatMap { index, secret in
            SecretForms(of: secret, isPlainAlone: isPlainAlone).all.map { (first + index, $0) }
        }
        classify(forms.map(\.1.bytes))
        var children: [[UInt8: Int]] = [[:]]
        for (number, form) in forms { insert(form, of: number, below: &children) }
        complete(children)
    }

    /// Gives each byte that is in a form a class.
    private mutating func classify(_ forms: [[UInt8]]) {
        for byte in Set(forms.joined()).sorted() {
            classes[Int(byte)] = UInt8(classCount)
            if byte >= 0x61, byte <= 0x7A { classes[Int(byte & ~0x20)] = UInt8(classCount) }
            classCount += 1
        }
    }

    /// Adds a form to the tree.
    private mutating func insert(_ form: SecretForms.Form, of secret: Int, below children: inout [[UInt8: Int]]) {
        guard states.count + form.bytes.count <= Self.stateLimit else { return }
        let pattern = patterns.count
        patterns.append(
            Pattern(
                length: form.bytes.count,
                secret: secret,
                isCut: form.isCut,
                isCertain: form.isCertain,
                margin: form.margin
            )
        )
        longest = max(longest, form.bytes.count)
        var state = 0
        for byte in form.bytes {
            if let next = children[state][byte] {
                state = next
                continue
            }
            children[state][byte] = states.count
            children.append([:])
            states.append(State(depth: states[state].depth + 1, begun: pattern))
            state = states.count - 1
        }
        if states[state].ended < 0 { states[state].ended = pattern }
    }

    /// Writes out which state follows which, breadth first.
    private mutating func complete(_ children: [[UInt8: Int]]) {
        var next = [Int](repeating: 0, count: states.count * classCount)
        var suffixes = [Int](repeating: 0, count: states.count)
        var queue = [0]
        var head = 0
        while head < queue.count {
            let state = queue[head]
            head += 1
            let suffix = suffixes[state]
            if state != 0 {
                for index in 0..<classCount { next[state * classCount + index] = next[suffix * classCount + index] }
                states[state].shorter = states[suffix].ended >= 0 ? suffix : states[suffix].shorter
            }
            for (byte, child) in children[state] {
                let place = Int(classes[Int(byte)])
                suffixes[child] = state == 0 ? 0 : next[suffix * classCount + place]
                next[state * classCount + place] = child
                queue.append(child)
            }
        }
        table = next.map { UInt32($0 * classCount) << 1 | (states[$0].hasEnd ? 1 : 0) }
    }

    /// The secrets in a text.
    ///
    /// - Parameters:
    ///   - view: the text.
    ///   - isExcerpt: whether the beginning of a secret counts that is cut: by `…`, or by the end of the text.
    /// - Returns: the secrets, in their order.
    func findings(in view: TextView, isExcerpt: Bool) -> Findings {
        var findings = Findings()
        guard !isEmpty else { return findings }
        let bytes = view.bytes
        findings.visits = bytes.count
        table.withUnsafeBufferPointer { table in
            classes.withUnsafeBufferPointer { classes in
                var place = 0
                var index = 0
                while index < bytes.count {
                    let byte = bytes[index]
                    if isExcerpt, byte == 0xE2, Self.isEllipsis(bytes, at: index) {
                        add(place, cutAt: index, afterAtLeast: 4, in: view, to: &findings)
                    }
                    let step = table[place &+ Int(classes[Int(byte)])]
                    place = Int(step >> 1)
                    index &+= 1
                    if step & 1 != 0 { add(place, endingAt: index, in: view, to: &findings) }
                }
                if isExcerpt { add(place, cutAt: index, afterAtLeast: 12, in: view, to: &findings) }
            }
        }
        return findings
    }

    /// The secrets of which some form that can't have come by chance stands in a text.
    ///
    /// - Parameters:
    ///   - bytes: the text.
    ///   - visits: counts the bytes that are looked at.
    /// - Returns: their numbers.
    func secrets(in bytes: UnsafeBufferPointer<UInt8>, visits: inout Int) -> Set<Int> {
        var found: Set<Int> = []
        guard !isEmpty else { return found }
        // Each state tells the same every time, so that it is asked once.
        var asked = Set<Int>()
        var place = 0
        for byte in bytes {
            let step = table[place &+ Int(classes[Int(byte)])]
            place = Int(step >> 1)
            guard step & 1 != 0, asked.insert(place).inserted else { continue }
            var state = place / classCount
            while state >= 0 {
                if states[state].ended >= 0, patterns[states[state].ended].isCertain {
                    found.insert(patterns[states[state].ended].secret)
                }
                state = states[state].shorter
                visits += 1
            }
        }
        visits += bytes.count
        return found
    }

    /// Adds the longest form that ends at a place.
    private func add(_ place: Int, endingAt end: Int, in view: TextView, to findings: inout Findings) {
        let state = states[place / classCount]
        let ended = state.ended >= 0 ? state.ended : states[state.shorter].ended
        let pattern = patterns[ended]
        var range = view.place(of: end - pattern.length..<end)
        if pattern.isCut, range.upperBound >= findings.replacements.last?.end ?? 0 {
            var rest = range.upperBound
            while rest < view.source.count, view.source[rest].isPartOfToken { rest += 1 }
            findings.visits += rest - range.upperBound
            range = range.lowerBound..<rest
        }
        if pattern.margin > 0 { range = Self.widened(range, by: pattern.margin, in: view.source) }
        findings.addByEnd(Replacement(range, .own(pattern.secret)))
    }

    /// A stretch with the bytes of a token before and behind it, so many at most.
    private static func widened(
        _ range: Range<Int>,
        by margin: Int,
        in source: UnsafeBufferPointer<UInt8>
    ) -> Range<Int> {
        var (start, end) = (range.lowerBound, range.upperBound)
        while start > 0, range.lowerBound - start < margin, source[start - 1].isPartOfToken { start -= 1 }
        while end < source.count, end - range.upperBound < margin, source[end].isPartOfToken { end += 1 }
        return start..<end
    }

    /// Adds the beginning of a form that is cut at a place.
    private func add(
        _ place: Int,
        cutAt end: Int,
        afterAtLeast least: Int,
        in view: TextView,
        to findings: inout Findings
    ) {
        let state = states[place / classCount]
        guard state.depth >= least, state.begun >= 0 else { return }
        let range = view.place(of: end - state.depth..<end)
        findings.addByEnd(Replacement(range, .own(patterns[state.begun].secret)))
    }

    private static func isEllipsis(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
        index + 2 < bytes.count && bytes[index + 1] == 0x80 && bytes[index + 2] == 0xA6
    }
}

extension UInt8 {
    /// Whether the byte can go on a token: one of `token68` (RFC 9110 §11.2).
    fileprivate var isPartOfToken: Bool {
        switch self {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
            UInt8(ascii: "~"), UInt8(ascii: "+"), UInt8(ascii: "/"), UInt8(ascii: "="):
            true
        default: false
        }
    }
}

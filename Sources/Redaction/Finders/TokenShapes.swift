/// Finds what has the shape of a token, whoever it belongs to.
///
/// · `seam_` and at least eight more letters, digits or underscores, with a digit or a capital among them
/// · three or more base64url parts with dots between, of which the first has `eyJ` in it (RFC 7519 §3, RFC 7516 §3)
///
/// It goes from one run of token bytes to the next and looks at each run once: the first `seam_` of a run is the longest
/// candidate, and when that is none, no later one is.
struct TokenShapes {
    private static let leastSeamLength = 13
    private static let leastPartLength = 4

    private let view: TextView
    private var findings = Findings()
    /// Where the web token begins whose parts are being counted; nil for none.
    private var webTokenStart: Int?
    /// How many parts of it were read.
    private var partCount = 0
    /// Where its last part ended.
    private var webTokenEnd = 0

    private init(_ view: TextView) {
        self.view = view
    }

    /// The tokens in a text.
    ///
    /// - Parameter view: the text.
    /// - Returns: the tokens, in their order.
    static func findings(in view: TextView) -> Findings {
        var shapes = TokenShapes(view)
        shapes.read()
        return shapes.findings
    }

    private mutating func read() {
        let bytes = view.bytes
        let kinds = Self.kinds
        kinds.withUnsafeBufferPointer { kinds in
            var index = 0
            while index < bytes.count {
                while index < bytes.count, kinds[Int(bytes[index])] == Self.other { index &+= 1 }
                guard index < bytes.count else { break }
                let start = index
                if webTokenStart != nil, !isNextPart(start) { finishWebToken() }
                // Where the parts between hyphens begin, the first `seam_` in the part, and the first `eyJ` in the run.
                var seam = -1
                var isRandom = false
                var web = -1
                while index < bytes.count {
                    let kind = kinds[Int(bytes[index])]
                    if kind == Self.other { break }
                    if kind == Self.random {
                        isRandom = true
                    } else if kind == Self.hyphen {
                        if seam >= 0 { addSeamToken(seam..<index, isRandom) }
                        seam = -1
                    } else if kind == Self.lead {
                        if seam < 0, Self.hasSeam(bytes, at: index) {
                            seam = index
                            isRandom = false
                        }
                        if web < 0, Self.hasWeb(bytes, at: index) { web = index }
                    }
                    index &+= 1
                }
                if seam >= 0 { addSeamToken(seam..<index, isRandom) }
                take(run: start..<index, web: web)
            }
        }
        finishWebToken()
        findings.visits += bytes.count
    }

    /// Takes in a run of token bytes as a part of a web token.
    private mutating func take(run: Range<Int>, web: Int) {
        let bytes = view.bytes
        let isContinued = run.upperBound < bytes.count && bytes[run.upperBound] == UInt8(ascii: ".")
        if webTokenStart != nil {
            if isNextPart(run.lowerBound), partCount != 1 || (run.count >= Self.leastPartLength && isContinued) {
                partCount += 1
                webTokenEnd = run.upperBound
                if !isContinued { finishWebToken() }
                return
            }
            finishWebToken()
        }
        guard web >= 0, isContinued, run.upperBound - web >= Self.leastPartLength else { return }
        webTokenStart = web
        partCount = 1
        webTokenEnd = run.upperBound
    }

    /// Whether a run that begins at a place is the next part of the web token.
    private func isNextPart(_ start: Int) -> Bool {
        start == webTokenEnd + 1 && view.bytes[webTokenEnd] == UInt8(ascii: ".")
    }

    /// Adds the web token that has ended, when it had all its parts; the last may be empty.
    private mutating func finishWebToken() {
        guard let start = webTokenStart else { return }
        webTokenStart = nil
        let bytes = view.bytes
        var end = webTokenEnd
        if partCount >= 2, end < bytes.count, bytes[end] == UInt8(ascii: ".") {
            end += 1
        } else if partCount < 3 {
            return
        }
        add(start..<end)
    }

    private mutating func addSeamToken(_ range: Range<Int>, _ isRandom: Bool) {
        if isRandom, range.count >= Self.leastSeamLength { add(range) }
    }

    private mutating func add(_ range: Range<Int>) {
        // A web token is known to be one when its last part was read, and what was found in its parts is in it.
        findings.addByEnd(Replacement(view.place(of: range), .secret))
    }

    /// Names of variables are written in capitals (`SEAM_API_KEY`), tokens never.
    private static func hasSeam(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
        bytes[index] == UInt8(ascii: "s") && index + 4 < bytes.count && bytes[index + 1] | 0x20 == UInt8(ascii: "e")
            && bytes[index + 2] | 0x20 == UInt8(ascii: "a") && bytes[index + 3] | 0x20 == UInt8(ascii: "m")
            && bytes[index + 4] == UInt8(ascii: "_")
    }

    private static func hasWeb(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Bool {
        bytes[index] == UInt8(ascii: "e") && index + 2 < bytes.count && bytes[index + 1] == UInt8(ascii: "y")
            && bytes[index + 2] == UInt8(ascii: "J")
    }

    private static let other: UInt8 = 0
    private static let plain: UInt8 = 1
    private static let random: UInt8 = 2
    private static let lead: UInt8 = 3
    private static let hyphen: UInt8 = 4

    /// What each byte can be in a token.
    private static let kinds: [UInt8] = (0...255).map { (byte: UInt8) in
        switch byte {
        case UInt8(ascii: "s"), UInt8(ascii: "e"): lead
        case UInt8(ascii: "-"): hyphen
        case UInt8(ascii: "_"), UInt8(ascii: "a")...UInt8(ascii: "z"): plain
        case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"): random
        default: other
        }
    }
}

import Synchronization

/// The pattern of a `pattern` or `patternProperties` keyword (ECMA-262 with the `u` flag, not anchored).
///
/// Matching backtracks, so a pattern with nested repetitions can be slow on a hostile string; patterns come from the contract,
/// which is trusted.
final class SchemaPattern: Sendable {
    /// Why a pattern can't be used.
    struct Failure: Error, Sendable {
        /// The reason, as a fragment.
        let reason: String
    }

    /// The pattern as written.
    let source: String
    /// The compiled pattern, which is not `Sendable` by itself.
    private let regex: Mutex<Regex<AnyRegexOutput>>

    /// Compiles a pattern.
    ///
    /// - Parameter source: the pattern.
    /// - Throws: `Failure` when it is not one, or uses what is not supported.
    init(_ source: String) throws(Failure) {
        self.source = source
        let translated = try PatternTranslation.translate(source)
        do {
            let regex = try Regex(translated).matchingSemantics(.unicodeScalar).wordBoundaryKind(.simple)
                .asciiOnlyDigits().asciiOnlyWordCharacters()
            self.regex = Mutex(regex)
        } catch {
            throw Failure(reason: "\(error)")
        }
    }

    /// Whether some part of the string matches.
    func matches(_ string: String) -> Bool {
        regex.withLock { string.firstMatch(of: $0) != nil }
    }
}

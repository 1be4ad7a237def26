import JSON

/// A regular expression whose matches are taken out of everything that leaves the program.
///
/// The grammar is that of ECMA-262 with the `u` flag, as in JSON Schema, without looking ahead or behind. Every byte that is
/// a part of any match goes, so that matches may overlap, and the time grows with pattern times text, whatever they are.
public struct RedactionPattern: Sendable, Hashable {
    /// The pattern as it was written.
    public let source: String
    /// What finds it.
    let search: PatternSearch

    /// A pattern.
    ///
    /// - Parameter source: the pattern.
    /// - Throws: ``RedactionPatternError`` when it is none, or matches no text at all.
    public init(_ source: String) throws(RedactionPatternError) {
        self.source = source
        do throws(PatternSyntaxError) {
            search = try PatternSearch(source)
        } catch {
            throw RedactionPatternError(description: "\(error)")
        }
    }

    /// Whether both are written the same.
    public static func == (left: RedactionPattern, right: RedactionPattern) -> Bool { left.source == right.source }

    /// Hashes the pattern as it was written.
    public func hash(into hasher: inout Hasher) { hasher.combine(source) }
}

/// Why a text can't be used as a pattern.
public struct RedactionPatternError: Error, Sendable, Equatable, CustomStringConvertible {
    /// What is wrong with it, and where.
    public let description: String
}

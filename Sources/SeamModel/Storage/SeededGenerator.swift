/// A sequence of ids and tokens that follows from a seed alone.
///
/// The numbers are those of SplitMix64 (Steele, Lea, Flood: Fast Splittable Pseudorandom Number Generators, 2014).
public struct SeededGenerator: RandomNumberGenerator, Sendable, Hashable {
    /// How far the sequence has come.
    private var state: UInt64

    /// A sequence at its beginning.
    ///
    /// - Parameter seed: the seed; equal seeds give equal sequences.
    public init(seed: UInt64) {
        state = seed
    }

    /// A sequence that belongs to a name, so that what is drawn for one name does not move another's.
    ///
    /// - Parameters:
    ///   - seed: the seed.
    ///   - name: the name, such as `workspace 1/system 2`.
    public init(seed: UInt64, name: String) {
        var hash = StableHash()
        hash.combine(name)
        state = seed ^ hash.value
    }

    /// The next number.
    public mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    /// The next id.
    public mutating func nextID() -> ResourceID {
        ResourceID(random: next(), next())
    }

    /// The next text of letters and digits.
    ///
    /// - Parameter length: how many characters.
    /// - Returns: the text.
    public mutating func nextText(length: Int) -> String {
        let letters = Array("ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789")
        return String((0..<length).map { _ in letters[Int.random(in: letters.indices, using: &self)] })
    }
}

/// The slots of a hash table whose entries are numbered and kept elsewhere; a free slot holds -1.
///
/// A number stands in the first slot behind its hash that was free. The table is at most half full.
struct HashSlots: ~Copyable {
    private var numbers: UnsafeMutablePointer<Int32>
    private var mask: Int

    /// Slots that are all free.
    ///
    /// - Parameter count: how many; a power of two.
    init(count: Int) {
        numbers = .allocate(capacity: count)
        numbers.initialize(repeating: -1, count: count)
        mask = count - 1
    }

    deinit {
        numbers.deallocate()
    }

    /// The first number with a hash for which a condition holds; nil when there is none.
    ///
    /// - Parameters:
    ///   - hash: the hash.
    ///   - matches: whether the entry of a number is the one that is looked for.
    /// - Returns: the number.
    @inline(__always)
    func first(_ hash: UInt64, where matches: (Int) -> Bool) -> Int? {
        var slot = Int(truncatingIfNeeded: hash) & mask
        while numbers[slot] >= 0 {
            if matches(Int(numbers[slot])) { return Int(numbers[slot]) }
            slot = (slot + 1) & mask
        }
        return nil
    }

    /// Puts the next number in, one more than the last.
    ///
    /// - Parameters:
    ///   - number: how many numbers there are already.
    ///   - hash: the hash of a number up to that one.
    @inline(__always)
    mutating func append(_ number: Int, hash: (Int) -> UInt64) {
        if number * 2 > mask {
            self = HashSlots(count: (mask + 1) * 4, numbers: 0..<number, hash: hash)
        }
        put(number, hash(number))
    }

    /// Slots with these numbers in them.
    private init(count: Int, numbers: Range<Int>, hash: (Int) -> UInt64) {
        self.init(count: count)
        for number in numbers { put(number, hash(number)) }
    }

    @inline(__always)
    private mutating func put(_ number: Int, _ hash: UInt64) {
        var slot = Int(truncatingIfNeeded: hash) & mask
        while numbers[slot] >= 0 { slot = (slot + 1) & mask }
        numbers[slot] = Int32(number)
    }
}

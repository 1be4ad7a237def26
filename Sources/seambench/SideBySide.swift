/// Our way of doing something and another library's, timed turn by turn, so that both meet the same mood of the machine.
struct SideBySide {
    /// Our timings.
    let ours: Measurement
    /// The other library's timings.
    let theirs: Measurement
    /// How many times as fast as the other library we are: the median of the rounds.
    let speedup: Double

    /// Times both.
    ///
    /// - Parameters:
    ///   - peer: the other library.
    ///   - rounds: how many timings of each.
    ///   - work: our work; what it returns is thrown away.
    /// - Throws: what the work throws, and when the other process ends.
    init(_ peer: PythonPeer, rounds: Int = 25, of work: () throws -> some Any) throws {
        let clock = ContinuousClock()
        let mine = try Measurement.repetitions(for: work)
        var other = 1
        while try peer.time(repetitions: other) < .milliseconds(20) { other *= 2 }
        var ours: [Duration] = []
        var theirs: [Duration] = []
        for _ in 0..<rounds {
            ours.append(try clock.measure { for _ in 0..<mine { _ = try work() } } / mine)
            theirs.append(try peer.time(repetitions: other) / other)
        }
        self.ours = Measurement(ours)
        self.theirs = Measurement(theirs)
        let ratios = zip(ours, theirs).map { $1.nanoseconds / $0.nanoseconds }.sorted()
        speedup = (ratios[ratios.count / 2] * 100).rounded() / 100
    }
}

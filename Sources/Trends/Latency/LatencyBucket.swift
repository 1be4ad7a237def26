/// The buckets in which latencies are counted: microseconds up to 255 one by one, then 128 buckets for each doubling.
///
/// That is the layout of HdrHistogram (Tene, hdrhistogram.github.io) for two significant digits: a bucket is never wider than
/// 1/128 of the latencies in it. The numbers are part of the stored form and never change.
struct LatencyBucket: Sendable, Hashable {
    /// The bucket's number, counted from 0 up to `last`.
    let number: Int

    /// The number of the bucket of the longest latencies.
    static let last = LatencyBucket(microseconds: .max).number

    /// The bucket of that number.
    init(number: Int) {
        self.number = number
    }

    /// The bucket in which a latency is counted.
    init(microseconds: UInt64) {
        let shift = max(0, 56 - microseconds.leadingZeroBitCount)
        number = shift * 128 + Int(microseconds >> UInt64(shift))
    }

    /// The least latency of the bucket in microseconds.
    var lowest: UInt64 { UInt64(number - shift * 128) << UInt64(shift) }

    /// The greatest latency of the bucket in microseconds.
    var highest: UInt64 { lowest + ((1 << UInt64(shift)) - 1) }

    /// How many bits a latency of the bucket is shortened by.
    private var shift: Int { max(0, number / 128 - 1) }
}

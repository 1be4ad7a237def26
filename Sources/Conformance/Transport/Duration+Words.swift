extension Duration {
    /// The time for a person, rounded: `200 ms`, `1.5 s` or `30 s`.
    var words: String {
        let milliseconds = (self / .milliseconds(1)).rounded()
        guard milliseconds >= 1000 else { return "\(Int(milliseconds)) ms" }
        let tenths = Int((milliseconds / 100).rounded())
        return tenths.isMultiple(of: 10) ? "\(tenths / 10) s" : "\(tenths / 10).\(tenths % 10) s"
    }
}

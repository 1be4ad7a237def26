public import Results
public import SeamContract

/// A run as one page.
public struct HTMLReport: Sendable {
    private let record: RunRecord
    /// The page.
    public var page: String { "" }
    /// The report of a run.
    public init(_ record: RunRecord, catalogue: Catalogue, isStrict: Bool = false) {
        self.record = record
    }
}

import Mustache
public import Results
public import SeamContract

/// A run as one page that needs nothing but itself: no script, no other file, no network.
///
/// It is made for the width of a phone and up, light or dark as the reader's system is. Nothing that an endpoint said
/// is taken for markup, nor stands in an attribute.
public struct HTMLReport: Sendable {
    private let record: RunRecord
    private let catalogue: Catalogue
    private let isStrict: Bool

    /// The report of a run.
    ///
    /// - Parameters:
    ///   - record: the run.
    ///   - catalogue: where the statements of the requirements are.
    ///   - isStrict: whether a broken `should` counts as a failure.
    public init(_ record: RunRecord, catalogue: Catalogue, isStrict: Bool = false) {
        self.record = record.shown
        self.catalogue = catalogue
        self.isStrict = isStrict
    }

    /// The page.
    public var page: String {
        let overview = RunOverview(record, catalogue: catalogue, isStrict: isStrict)
        return PageTemplate.whole.render(PageContext(overview).root)
    }
}

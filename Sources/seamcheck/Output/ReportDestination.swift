import Reports

/// Where a report goes to; the first trouble in writing it is kept, and the run goes on.
struct ReportDestination: Sendable {
    private enum Place: Sendable {
        case file(OutputFile)
        case folder(AllureFolder)
    }

    /// The form of the report.
    let format: ReportFormat
    private let place: Place

    /// Sees that the place can be written before there is a report, so that trouble shows at once.
    ///
    /// - Parameters:
    ///   - format: the form of the report.
    ///   - path: the file, or for a form of several files the folder.
    /// - Throws: `CommandFailure` when it can't be made or written.
    init(_ format: ReportFormat, path: String) throws {
        self.format = format
        switch format.delivery {
        case .lines: place = .file(try OutputFile(path, isGradual: true))
        case .file: place = .file(try OutputFile(path))
        case .folder: place = .folder(try AllureFolder(path))
        }
    }

    /// What went wrong first; nil when all is well.
    var trouble: String? {
        switch place {
        case .file(let file): file.trouble
        case .folder(let folder): folder.trouble
        }
    }

    /// Writes a line at the end of a report that comes line by line.
    func append(_ line: String) {
        if case .file(let file) = place { file.append(line) }
    }

    /// Puts a report that came line by line into its place.
    func finish() {
        if case .file(let file) = place { file.finish() }
    }

    /// Writes the whole of the report.
    func write(_ content: ReportContent) {
        switch (place, content) {
        case (.file(let file), .file(let bytes)):
            file.append(bytes: bytes)
            file.finish()
        case (.folder(let folder), .folder(let files)): folder.write(files)
        case (.file, .folder), (.folder, .file):
            preconditionFailure("the content of a report is of the sort that its format says")
        }
    }
}

import Reports

extension ReportContent {
    /// All its bytes, those of several files one after the other.
    var bytes: [UInt8] {
        switch self {
        case .file(let bytes): bytes
        case .folder(let files): files.flatMap(\.bytes)
        }
    }

    /// All its text.
    var text: String { String(decoding: bytes, as: UTF8.self) }
}

import Foundation

/// A table of the page on the validators, which says what is decided where specifications leave a choice.
enum DocumentedTable {
    /// The cells of the rows whose first cell begins so, in their order.
    static func rows(beginningWith start: String) -> [[String]] {
        let page = URL(filePath: #filePath)
            .deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
            .appending(path: "Sources/seamcheck/Documentation.docc/Validators.md")
        let text = (try? String(contentsOf: page, encoding: .utf8)) ?? ""
        return text.split(separator: "\n").filter { $0.hasPrefix("| " + start) }.map { line in
            line.dropFirst(2).dropLast(2).components(separatedBy: " | ")
        }
    }
}

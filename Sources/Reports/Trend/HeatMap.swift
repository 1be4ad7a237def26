import Trends

/// The cells of the table of requirements and nights.
///
/// They are written here and not by the template, which is too slow for tens of thousands; nothing in them comes from outside.
struct HeatMap {
    private let nights: [TrendOverview.Night]

    /// The table of some nights.
    ///
    /// - Parameter nights: the nights, oldest first.
    init(_ nights: [TrendOverview.Night]) {
        self.nights = nights
    }

    /// The months, each over its nights.
    var months: String {
        let months = nights.map { String($0.day.prefix(7)) }
        var cells: [(month: String, count: Int)] = []
        for (night, month) in zip(nights, months) {
            let width = night.isAfterGap ? 2 : 1
            if cells.last?.month == month {
                cells[cells.count - 1].count += width
            } else {
                cells.append((month, width))
            }
        }
        return cells.map { item in
            "<th scope=\"colgroup\" colspan=\"\(item.count)\"><span>\(item.count > 2 ? item.month : "")</span></th>"
        }.joined()
    }

    /// The days, each a link to its night.
    var days: String {
        nights.enumerated().map { number, night in
            Self.gap(before: night, "th")
                + "<th scope=\"col\"><a href=\"#night-\(number + 1)\" title=\"\(night.day)\">\(night.day.suffix(2))</a></th>"
        }.joined()
    }

    /// The cells of a requirement; those of nights that broke it are links to the night.
    ///
    /// - Parameter line: the requirement.
    /// - Returns: the cells.
    func cells(of line: RequirementLine) -> String {
        zip(nights, line.cells).enumerated().map { number, item in
            Self.gap(before: item.0, "td") + Self.cell(item.1, night: item.0, number: number + 1)
        }.joined()
    }

    private static func cell(_ cell: RequirementLine.Cell?, night: TrendOverview.Night, number: Int) -> String {
        guard let cell else { return "<td></td>" }
        guard cell.state != .kept else { return "<td class=\"k\">·</td>" }
        let (style, mark, word) = cell.state == .broken ? ("b", "✕", "broken") : ("w", "w", "waived")
        let words = "\(night.day): \(word) in \(cell.broken) of \(Wording.count(cell.weighed, "case"))"
        return "<td class=\"\(style)\"><a href=\"#night-\(number)\" title=\"\(words)\">\(mark)</a></td>"
    }

    private static func gap(before night: TrendOverview.Night, _ element: String) -> String {
        night.isAfterGap ? "<\(element) class=\"gap\" title=\"no run before \(night.day)\">⋯</\(element)>" : ""
    }
}

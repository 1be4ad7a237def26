import Results
import Trends

/// Charts as SVG without text, which stands beside them in HTML so that it stays readable at any width.
///
/// They are 10 units wide for each night and 1000 high, and are stretched to their box. What is drawn is made of numbers
/// and of words of ours alone; titles are escaped by ``PageText``.
struct TrendChart {
    /// The nights.
    let nights: [TrendOverview.Night]
    private let axis: NightAxis

    /// The charts of some nights.
    ///
    /// - Parameter nights: the nights, oldest first.
    init(_ nights: [TrendOverview.Night]) {
        self.nights = nights
        axis = NightAxis(nights)
    }

    /// A chart of what is drawn in it.
    ///
    /// - Parameters:
    ///   - title: what it shows, for who can't see it.
    ///   - content: the SVG.
    /// - Returns: the element.
    func chart(_ title: String, _ content: String) -> String {
        """
        <svg class="chart" role="img" viewBox="0 0 \(axis.width * 10) 1000" preserveAspectRatio="none">\
        <title>\(PageText().escapeText(title))</title><path class="grid" d="M0 0H\(axis.width * 10)M0 500H\(axis.width * 10)M0 1000H\(axis.width * 10)"/>\
        \(changeMarks)\(content)</svg>
        """
    }

    /// A line through the nights that have a value, broken where one has none.
    ///
    /// - Parameters:
    ///   - style: the class.
    ///   - values: for each night the height, 0 at the bottom to 1000 at the top.
    /// - Returns: the SVG.
    func line(_ style: String, _ values: [Int?]) -> String {
        let path = axis.runs(of: values).map { numbers in
            let points = numbers.map { "\(axis.places[$0] * 10 + 5) \(1000 - (values[$0] ?? 0))" }
            if points.count == 1, let number = numbers.first {
                return "M\(axis.places[number] * 10 + 2) \(1000 - (values[number] ?? 0))h6"
            }
            return "M" + points.joined(separator: "L")
        }.joined()
        return path.isEmpty ? "" : "<path class=\"line \(style)\" d=\"\(path)\"/>"
    }

    /// A column for each night with a part for each verdict, the worst at the bottom.
    ///
    /// - Parameter most: how many cases a column of full height has; at least 1.
    /// - Returns: the SVG.
    func columns(most: Int) -> String {
        zip(nights, axis.places).map { night, place in
            var top = 0
            let parts = night.troubles.map { trouble in
                let bottom = top
                top += trouble.count
                let (low, high) = (1000 * bottom / most, 1000 * top / most)
                return
                    "<rect class=\"\(trouble.style)\" x=\"\(place * 10 + 1)\" y=\"\(1000 - high)\" width=\"8\" height=\"\(high - low)\"/>"
            }.joined()
            return parts.isEmpty ? "" : "<g><title>\(night.day): \(night.tallyWords)</title>\(parts)</g>"
        }.joined()
    }

    /// A mark before each night that another suite, contract or endpoint than the one before.
    private var changeMarks: String {
        zip(nights, axis.places).filter { !$0.0.changes.isEmpty }.map { night, place in
            "<path class=\"change\" d=\"M\(place * 10) 0V1000\"><title>\(night.day): another \(night.changeWords)</title></path>"
        }.joined()
    }
}

extension TrendOverview.Night {
    /// What a reader of a chart looks for: how many cases did not pass, the worst first; what was not asked of the endpoint is left
    /// out.
    var troubles: [(style: String, count: Int, words: String)] {
        let order = ["failed", "unexpectedPass", "blocked", "error", "unfinished", "waived", "warned"]
        return order.compactMap { style in tally.first { $0.style == style } }
    }
}

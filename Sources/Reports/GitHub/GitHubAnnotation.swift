/// A workflow command that puts an annotation on a line of a file
/// (https://docs.github.com/actions/reference/workflow-commands-for-github-actions).
struct GitHubAnnotation {
    /// The sorts of annotation, of each of which GitHub shows ten for a step.
    enum Level: String {
        case error, warning, notice
    }

    /// The sort.
    let level: Level
    /// Where it stands; nil when it is about the run as a whole.
    let source: SourcePlace?
    /// The line in bold.
    let title: String
    /// The text below it; it may have several lines.
    let message: String

    /// The command, without a line break.
    ///
    /// Nothing in a text can end it or begin another: `%` and line breaks are escaped, in properties `:` and `,` too, and
    /// everything else that is not seen is written out.
    var command: String {
        let properties = [
            ("file", source?.file ?? ""), ("line", source?.line.map(String.init) ?? ""), ("title", title),
        ].filter { !$0.1.isEmpty }.map { "\($0.0)=\(Self.property($0.1))" }
        let text = message.visibleLines(upTo: 4000)
        return "::\(level.rawValue) \(properties.joined(separator: ","))::\(Self.data(text))"
    }

    private static func data(_ text: String) -> String {
        text.escaping(["%": "%25", "\r": "%0D", "\n": "%0A"])
    }

    private static func property(_ text: String) -> String {
        data(text.visible(upTo: 300)).escaping([":": "%3A", ",": "%2C"])
    }
}

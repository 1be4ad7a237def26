import Mustache

/// What every page has in common: one file without a script, in light and dark, with a coloured band on top.
///
/// A page says its title, tone, what stands in the band and below it; all of that is Mustache, and everything that is
/// filled in is escaped by ``PageText``.
enum PageFrame {
    /// The coloured strip of counts and its legend.
    static let tally = """
        <div class="strip" aria-hidden="true">{{#tally}}<i class="{{class}}" style="flex-grow:{{count}}"></i>{{/tally}}</div>
        <ul class="tally">{{#tally}}<li class="{{class}}"><b>{{count}}</b> {{words}}</li>{{/tally}}</ul>
        """

    /// The template of a page; a wrong one is a defect of ours that any test of the page finds.
    ///
    /// - Parameters:
    ///   - title: what the browser calls the page.
    ///   - tone: the class of the band.
    ///   - command: the command that makes the page.
    ///   - style: what the style sheet has beside ``PageStyle``.
    ///   - band: what stands in the band below that.
    ///   - main: the content.
    ///   - footer: what stands at the end, with its element; empty for nothing.
    /// - Returns: the template.
    static func template(
        title: String,
        tone: String,
        command: String,
        style: String = "",
        band: String,
        main: String,
        footer: String = ""
    ) -> MustacheTemplate {
        MustacheContentTypes.register(PageText(), named: PageText.name)
        let text = """
            {{% CONTENT_TYPE: PAGE}}
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta http-equiv="content-security-policy" content="default-src 'none'; style-src 'unsafe-inline'">
            <meta name="color-scheme" content="light dark">
            <title>\(title)</title>
            <style>
            \(PageStyle.text)\(style)
            </style>
            </head>
            <body>
            <header class="\(tone)">
            <div class="page">
            <p class="answer">\(command)</p>
            \(band)
            </div>
            </header>
            <main class="page">
            \(main)
            </main>
            \(footer)</body>
            </html>

            """
        do {
            return try MustacheTemplate(string: text)
        } catch {
            preconditionFailure("the template of the page '\(title)' can't be read: \(error)")
        }
    }
}

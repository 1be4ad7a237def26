/// The template of a run's page, in Mustache.
enum PageTemplate {
    /// The template.
    static let whole = PageFrame.template(
        title: "{{answer}} – seamcheck",
        tone: "{{tone}}",
        command: "seamcheck",
        band: """
            <h1>{{headline}}</h1>
            <p class="about">{{planned}} against <b>{{endpoint}}</b>, {{started}}, {{duration}}</p>
            {{#tested}}<p class="about">{{sentence}}</p>{{/tested}}
            \(PageFrame.tally)
            """,
        main: [obstacles, broken, unjudged, cases, requirements, observations].joined(separator: "\n"),
        footer: """
            <footer class="page">
            <dl class="facts">{{#facts}}<div><dt>{{name}}</dt><dd>{{value}}</dd></div>{{/facts}}</dl>
            </footer>

            """
    )

    /// What a reader has to know first.
    private static let obstacles = """
        {{#obstacles}}
        <article class="problem must">
        <h3><span class="level must">{{words}}</span> <code>{{operation}}</code> <small>{{reach}}</small></h3>
        <dl class="fields"><div class="found"><dt>found</dt><dd>{{evidence}}</dd></div>{{#demands}}<div><dt>demanded</dt><dd>{{ids}}</dd></div>{{/demands}}</dl>
        {{#exchanges}}<details><summary>The exchange</summary>\(exchange)</details>{{/exchanges}}
        \(links)
        </article>
        {{/obstacles}}
        """

    private static let broken = """
        <section>
        <h2>What broke</h2>
        {{^problems}}<p class="quiet">Nothing.</p>{{/problems}}
        {{#problems}}
        <article class="problem {{severity}}">
        <h3><span class="level {{severity}}">{{severity}}</span> <code>{{subject}}</code> <small>in {{caseCount}}</small></h3>
        {{#statements}}<p class="statement">{{text}}</p>{{/statements}}
        <dl class="fields">{{#fields}}<div class="{{name}}"><dt>{{name}}</dt><dd>{{value}}</dd></div>{{/fields}}<div><dt>scenario</dt><dd>{{place}}</dd></div></dl>
        {{#exchanges}}<details><summary>The exchange</summary>\(exchange)</details>{{/exchanges}}
        \(links)
        </article>
        {{/problems}}
        {{#moreProblems}}
        <p class="quiet">{{text}}</p>
        {{/moreProblems}}
        </section>
        """

    private static let unjudged = """
        {{#remarks}}
        <article class="remark {{class}}">
        <p><span class="badge {{class}}">{{words}}</span> {{reason}}</p>
        \(links)
        </article>
        {{/remarks}}
        """

    /// The first cases, and the others folded away.
    private static let links = """
        <p class="links">{{#cases}}<a href="#case-{{number}}">{{id}}</a> {{/cases}}</p>
        {{#moreCases}}<details class="more"><summary>{{words}}</summary><p class="links">{{#others}}<a href="#case-{{number}}">{{id}}</a> {{/others}}</p></details>{{/moreCases}}
        """

    private static let cases = """
        <section>
        <h2>Cases</h2>
        {{#areas}}
        <h3 class="area">{{name}} <small>{{count}}</small></h3>
        {{#open}}
        <details class="case">
        <summary><span class="badge {{class}}">{{words}}</span> <span class="title">{{title}}</span> <code>{{id}}</code> <small>{{time}}</small></summary>
        <p class="quiet" id="case-{{number}}">{{place}}</p>
        {{#reasons}}<p>{{text}}</p>{{/reasons}}
        {{#findings}}
        <div class="finding">
        <p><span class="level {{severity}}">{{severity}}</span> <code>{{subject}}</code></p>
        <dl class="fields">{{#fields}}<div class="{{name}}"><dt>{{name}}</dt><dd>{{value}}</dd></div>{{/fields}}</dl>
        </div>
        {{/findings}}
        {{#exchanges}}\(exchange){{/exchanges}}
        {{#rest}}<p class="quiet">{{text}}</p>{{/rest}}
        </details>
        {{/open}}
        {{#hasPassed}}
        <details class="passed"><summary>{{passedCount}}</summary>
        <ul>{{#passed}}<li id="case-{{number}}"><span class="title">{{title}}</span> <code>{{id}}</code> <small>{{time}}</small></li>{{/passed}}</ul>
        </details>
        {{/hasPassed}}
        {{/areas}}
        </section>
        """

    private static let exchange = """
        <div class="exchange">
        <p class="line"><b>{{method}}</b> <span class="url">{{url}}</span></p>
        <p class="line"><span class="status {{outcomeClass}}">{{outcome}}</span> <small>{{step}}, {{took}}</small></p>
        {{#attempts}}<p class="quiet">{{text}}</p>{{/attempts}}
        {{#sentBodies}}<h4>sent <small>{{size}}</small></h4><pre>{{text}}</pre>{{/sentBodies}}
        {{#receivedBodies}}<h4>received <small>{{size}}</small></h4><pre>{{text}}</pre>{{/receivedBodies}}
        <details class="headers"><summary>header fields</summary><pre>{{#sentHeaders}}&gt; {{name}}: {{value}}
        {{/sentHeaders}}{{#receivedHeaders}}&lt; {{name}}: {{value}}
        {{/receivedHeaders}}</pre></details>
        <h4>again</h4><pre class="curl">{{curl}}</pre>
        </div>
        """

    private static let requirements = """
        <section>
        <h2>Requirements</h2>
        <div class="scroll"><table class="stacked">
        <thead><tr><th>requirement</th><th>level</th><th>cases</th><th>state</th></tr></thead>
        <tbody>{{#requirements}}
        <tr class="{{state}}"><td><code>{{id}}</code><span class="statement">{{statement}}</span></td><td><span class="level {{level}}">{{level}}</span></td><td class="number" data-label="cases">{{cases}}</td><td><span class="state {{state}}">{{state}}</span></td></tr>{{/requirements}}
        </tbody></table></div>
        </section>
        """

    private static let observations = """
        <section class="observations">
        {{#hasDrifts}}<div><h2>Drift</h2>
        <p class="quiet">Seen, not in the contract, and no fault.</p>
        <ul>{{#members}}<li>member <code>{{place}}</code> of <code>{{operation}}</code> <small>{{cases}}×</small></li>{{/members}}
        {{#statuses}}<li><details><summary>status <code>{{status}}</code>, which the contract does not declare: {{count}}</summary><ul>{{#operations}}<li><code>{{path}}</code></li>{{/operations}}</ul></details></li>{{/statuses}}</ul></div>{{/hasDrifts}}
        <div><h2>Slowest</h2>
        <ul>{{#slowest}}<li><a href="#case-{{number}}">{{id}}</a> <small>{{time}}</small></li>{{/slowest}}</ul></div>
        <div><h2>On the wire</h2>
        {{^retries}}<p class="quiet">Nothing had to be tried again.</p>{{/retries}}
        <ul>{{#retries}}<li>tried again for {{reason}} <small>{{count}}×</small></li>{{/retries}}</ul></div>
        <div><h2>Notes</h2>
        {{^notes}}<p class="quiet">None.</p>{{/notes}}
        <ul>{{#notes}}<li>{{text}}</li>{{/notes}}</ul></div>
        </section>
        """
}

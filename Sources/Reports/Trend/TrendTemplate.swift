import Mustache

/// The template of a trend's page, in Mustache.
///
/// What stands in three braces is made by ``TrendChart`` and ``HeatMap``, which escape what they take in.
enum TrendTemplate {
    /// The template.
    static let whole = PageFrame.template(
        title: "Trend – seamcheck",
        tone: "{{tone}}",
        command: "seamcheck report --trend",
        style: TrendStyle.text,
        band: """
            <h1>{{headline}}</h1>
            <p class="about">against <b>{{endpoint}}</b>, {{span}}</p>
            <ul class="remarks">{{#remarks}}<li>{{text}}</li>{{/remarks}}</ul>
            \(PageFrame.tally)
            """,
        main: [failures, charts, requirements, latencies, flaky, drift, nights].joined(separator: "\n")
    )

    private static let failures = """
        <section>
        <h2>What is broken</h2>
        {{^open}}<p class="quiet">Nothing was broken when it was judged last.</p>{{/open}}
        {{#open}}
        <article class="problem {{class}}">
        <h3><span class="badge {{class}}">{{state}}</span> <code>{{id}}</code></h3>
        <p>{{title}}</p>
        <dl class="fields"><div><dt>broken</dt><dd>{{since}}</dd></div>{{#range}}<div><dt>broke</dt><dd>{{words}}</dd></div>{{/range}}<div><dt>to blame</dt><dd>{{blame}}</dd></div>{{#requirements}}<div><dt>breaks</dt><dd><code>{{id}}</code> {{statement}}</dd></div>{{/requirements}}</dl>
        <details><summary>Evidence</summary>{{#commands}}<pre class="commands">{{text}}</pre>{{/commands}}</details>
        </article>
        {{/open}}
        {{#moreOpen}}<details class="more"><summary>{{words}}</summary>
        <ul>{{#open}}<li><span class="badge {{class}}">{{state}}</span> <code>{{id}}</code> {{since}}; to blame: {{blame}}</li>{{/open}}</ul>
        {{#rest}}<p>{{text}}</p>{{/rest}}</details>{{/moreOpen}}
        </section>
        """

    private static let charts = """
        {{#hasNights}}<section>
        <h2>Night by night</h2>
        {{#charts}}<figure>
        <figcaption>{{name}}</figcaption>
        <div class="scale"><span>{{top}}</span></div>
        {{{svg}}}
        <div class="scale"><span>{{bottom}}</span></div>
        <div class="scale"><span>{{first}}</span><span>{{last}}</span></div>
        <ul class="legend">{{#legend}}<li class="dot {{class}}">{{words}}</li>{{/legend}}</ul>
        </figure>{{/charts}}
        <p class="quiet">A dotted line: another suite, contract or endpoint than the night before. The figures are in the table of nights below.</p>
        </section>{{/hasNights}}
        """

    private static let requirements = """
        {{#heat}}<section>
        <h2 id="requirements">Requirements</h2>
        {{#hasRows}}
        <ul class="legend"><li>✕ broken</li><li>w broken, and waived</li><li>· kept</li><li>empty: not weighed</li><li>⋯ no run</li></ul>
        <div class="wide" role="region" aria-labelledby="requirements" tabindex="0"><table class="heat">
        <thead><tr><td class="corner"></td>{{{months}}}</tr><tr><th class="corner" scope="col">requirement</th>{{{days}}}</tr></thead>
        <tbody>{{#rows}}
        <tr class="{{level}}"><th scope="row" title="{{statement}}"><code>{{id}}</code> <small>{{level}}</small></th>{{{cells}}}</tr>{{/rows}}
        </tbody></table></div>
        {{#rest}}<p class="quiet">{{text}}.</p>{{/rest}}
        {{/hasRows}}
        <p class="quiet">{{kept}} held in every night that weighed them, and are not in the table.</p>
        </section>{{/heat}}
        """

    private static let latencies = """
        <section>
        <h2>Latencies</h2>
        {{^latencies}}<p class="quiet">None of the nights tells any.</p>{{/latencies}}
        {{#hasLatencies}}<ul class="legend"><li><i class="key p50"></i>p50</li><li><i class="key p95"></i>p95</li><li><i class="key p99"></i>p99</li></ul>{{/hasLatencies}}
        <div class="latencies">{{#latencies}}<figure>
        <figcaption><code>{{operation}}</code></figcaption>
        <div class="scale"><span>{{most}}</span></div>
        {{{svg}}}
        <div class="scale"><span>0</span><span>last night that tells: p50 {{p50}}, p95 {{p95}}, p99 {{p99}}, of {{count}}</span></div>
        </figure>{{/latencies}}</div>
        {{#moreLatencies}}<p class="quiet">{{text}}.</p>{{/moreLatencies}}
        </section>
        """

    private static let flaky = """
        <section>
        <h2>Flaky</h2>
        {{^flaky}}<p class="quiet">Nothing fails now and then.</p>{{/flaky}}
        {{#hasFlaky}}<table class="stacked">
        <thead><tr><th>case</th><th>fails</th><th>failed nights</th><th>its line</th></tr></thead>
        <tbody>{{#flaky}}
        <tr><td><code>{{id}}</code><span class="statement">{{title}}</span></td><td class="number" data-label="fails">{{rate}}</td><td class="number" data-label="failed nights">{{failed}}</td><td><code>{{command}}</code></td></tr>{{/flaky}}
        </tbody></table>{{/hasFlaky}}
        {{#moreFlaky}}<p class="quiet">{{text}}.</p>{{/moreFlaky}}
        </section>
        """

    private static let drift = """
        <section>
        <h2>Drift</h2>
        {{^drifts}}<p class="quiet">Nothing appeared in the answers or vanished from them.</p>{{/drifts}}
        {{#hasDrifts}}<table class="stacked">
        <thead><tr><th>operation</th><th>what</th><th>since</th><th>to blame</th></tr></thead>
        <tbody>{{#drifts}}
        <tr><td><code>{{operation}}</code></td><td>{{turn}}: {{what}}</td><td class="number" data-label="since">{{day}}</td><td data-label="to blame">{{suspects}}</td></tr>{{/drifts}}
        </tbody></table>{{/hasDrifts}}
        {{#moreDrifts}}<p class="quiet">{{text}}.</p>{{/moreDrifts}}
        </section>
        """

    private static let nights = """
        {{#hasNights}}<section>
        <h2>Nights</h2>
        {{#nights}}\(nightTable){{/nights}}
        {{#olderNights}}<details class="older"><summary>{{words}}</summary>\(nightTable)</details>{{/olderNights}}
        </section>{{/hasNights}}
        """

    private static let nightTable = """
        <table class="stacked">
        <thead><tr><th>night</th><th>passed</th><th>cases</th><th>evidence</th></tr></thead>
        <tbody>{{#rows}}
        <tr class="night" id="night-{{number}}"><td>{{day}}{{^isWhole}} <span class="badge unfinished">{{ending}}</span>{{/isWhole}}{{#gap}} <small>nights are missing before it</small>{{/gap}}<br><small>{{labels}}{{#changes}}; another {{words}}{{/changes}}</small></td><td class="number" data-label="passed">{{share}}</td><td><ul class="tally">{{#tally}}<li class="{{class}}"><b>{{count}}</b> {{words}}</li>{{/tally}}</ul></td><td><code>{{command}}</code></td></tr>{{/rows}}
        </tbody></table>
        """
}

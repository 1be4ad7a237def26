import Mustache
import Results
import SeamContract

extension ProofReport {
    /// The matrix as a page, what was not caught first.
    var page: String {
        let notFirst = isRanked ? matrix.killed.filter { !$0.isNamedFirst } : []
        let groups: [(title: String, trials: [FaultTrial])] = [
            ("Survived", matrix.survivors),
            ("Only caught as a breach of something else", matrix.killedElsewhere),
            ("Caught, but something else was named first", notFirst),
            ("Caught", matrix.killed.filter { $0.isNamedFirst || !isRanked }),
        ]
        let first = matrix.killed.count - notFirst.count
        let context: [String: Any] = [
            "tone": isProven ? "good" : "bad",
            "answer": isProven ? "proven" : "not proven",
            "headline": headline,
            "clean": cleanServer,
            "tally": [
                tally("passed", first, "caught"), tally("warned", notFirst.count, "caught behind another"),
                tally("skipped", matrix.killedElsewhere.count, "caught elsewhere"),
                tally("failed", matrix.survivors.count, "survived"),
            ].filter { $0["count"] as? Int != 0 },
            "shortcomings": shortcomings.map { ["text": $0] },
            "groups": groups.filter { !$0.trials.isEmpty }.map { group in
                [
                    "title": group.title, "count": group.trials.count, "trials": group.trials.map(row),
                ] as [String: Any]
            },
        ]
        return Self.template.render(context)
    }

    private func tally(_ style: String, _ count: Int, _ words: String) -> [String: Any] {
        ["class": style, "count": count, "words": words]
    }

    private func row(_ trial: FaultTrial) -> [String: Any] {
        [
            "fault": trial.fault, "requirement": trial.requirement, "summary": trial.summary,
            "level": catalogue[trial.requirement]?.level.rawValue ?? "",
            "statement": catalogue[trial.requirement]?.statement ?? "",
            "named": trial.isNamedFirst || !isRanked ? "" : trial.named.prefix(3).joined(separator: ", "),
            "killers": killers(of: trial, limit: 4),
        ]
    }

    private static let template = PageFrame.template(
        title: "{{answer}} – seamcheck prove",
        tone: "{{tone}}",
        command: "seamcheck prove",
        band: """
            <h1>{{headline}}</h1>
            <p class="about">{{clean}}</p>
            \(PageFrame.tally)
            """,
        main: """
            {{#shortcomings}}<p class="statement">{{text}}</p>{{/shortcomings}}
            {{#groups}}
            <section>
            <h2>{{title}} <small>{{count}}</small></h2>
            <div class="scroll"><table class="stacked">
            <thead><tr><th>what the server does wrong</th><th>the requirement it breaks</th><th>caught by</th></tr></thead>
            <tbody>
            {{#trials}}<tr><td><span class="statement">{{summary}}</span><code>{{fault}}</code></td><td><code>{{requirement}}</code> <small>{{level}}</small><span class="statement">{{statement}}</span></td><td>{{killers}}{{#named}}<br><small>named first: {{named}}</small>{{/named}}</td></tr>
            {{/trials}}
            </tbody></table></div>
            </section>
            {{/groups}}
            """
    )
}

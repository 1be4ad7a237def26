import Results
import Timestamps

/// A run as metrics, for an alert when the endpoint gets worse or the nightly run stays away.
///
/// `openMetrics` is OpenMetrics 1.0 (https://prometheus.io/docs/specs/om/open_metrics_spec), `prometheus` the older text
/// format 0.0.4, which the textfile collector of node_exporter reads. All series have the labels `endpoint`, and
/// `profile`, `target`, `environment` and `shard` where the run has them. No label has an id of a run or a case, so that
/// there are as many series after a year as after a day.
struct MetricsReport {
    private let families: [MetricFamily]
    private let labels: [(name: String, value: String)]
    private let created: String

    /// The report of a run.
    ///
    /// - Parameter subject: the run.
    init(_ subject: ReportSubject) {
        let header = subject.record.header
        families = RunMetrics(subject).families
        let names = ["target", "environment", "shard"]
        labels =
            [("endpoint", header.isEmbedded ? "embedded" : header.endpoint)]
            + (header.profile.map { [("profile", $0.name)] } ?? [])
            + names.compactMap { name in subject.label(name).map { (name, $0) } }
        created = Wording.seconds(.milliseconds(header.startedAt.milliseconds))
    }

    /// The text in OpenMetrics, which ends in `# EOF`.
    var openMetrics: String {
        families.map { family in
            let name = family.name
            let unit = family.unit.isEmpty ? "" : "# UNIT \(name) \(family.unit)\n"
            let text = "# TYPE \(name) \(family.kind.rawValue)\n\(unit)# HELP \(name) \(family.help)\n"
            return text + lines(of: family, samples: samplesWithCreation(of: family))
        }.joined() + "# EOF\n"
    }

    /// The text in the format of Prometheus, in which a counter is called by its whole name and `info` is a gauge.
    var prometheus: String {
        families.map { family in
            let (name, kind): (String, MetricFamily.Kind) =
                switch family.kind {
                case .counter: (family.name + "_total", .counter)
                case .info: (family.name + "_info", .gauge)
                case .gauge, .histogram: (family.name, family.kind)
                }
            return "# HELP \(name) \(family.help)\n# TYPE \(name) \(kind.rawValue)\n"
                + lines(of: family, samples: family.samples)
        }.joined()
    }

    private func lines(of family: MetricFamily, samples: [MetricFamily.Sample]) -> String {
        samples.map { sample in
            let labels = (self.labels + sample.labels).map { "\($0.name)=\"\(Self.escaped($0.value))\"" }
            return "\(family.name)\(sample.suffix){\(labels.joined(separator: ","))} \(sample.value)\n"
        }.joined()
    }

    /// The samples, and behind those of one series what begins at zero with the run, and when that was.
    private func samplesWithCreation(of family: MetricFamily) -> [MetricFamily.Sample] {
        family.samples.flatMap { sample -> [MetricFamily.Sample] in
            guard ["_total", "_count"].contains(sample.suffix) else { return [sample] }
            return [sample, MetricFamily.Sample(suffix: "_created", labels: sample.labels, value: created)]
        }
    }

    /// A label's value, in which `\`, `"` and line breaks are escaped; what is not seen is written out.
    private static func escaped(_ text: String) -> String {
        text.visible(upTo: 200).escaping(["\\": "\\\\", "\"": "\\\""])
    }
}

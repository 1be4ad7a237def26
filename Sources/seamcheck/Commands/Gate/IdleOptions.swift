/// Options that would do nothing, so that leaving them unmentioned would let somebody believe otherwise.
struct IdleOptions {
    /// Their names.
    let names: [String]
    /// When they do nothing: `when a kept run is judged`.
    let circumstance: String
    /// What to do: `add --run, or leave it out`.
    let advice: String

    /// Which options do nothing, and why, and what to do.
    var words: String {
        let list =
            names.count < 2
            ? names.joined() : names.dropLast().joined(separator: ", ") + " and " + names[names.count - 1]
        return "\(list) \(names.count == 1 ? "has" : "have") no effect \(circumstance) (\(advice))"
    }
}

extension GateCommand {
    /// The options that were given and do nothing, grouped by why.
    var idleOptions: [IdleOptions] {
        [idleInReruns, idleInReading, idleInWriting].compactMap(\.self).filter { !$0.names.isEmpty }
    }

    /// What chooses cases, and what is kept with a run: re-runs have theirs from the run.
    private var idleInReruns: IdleOptions? {
        guard !runsSuite else { return nil }
        let names = selection.given + execution.given.filter(Self.ofRunsAlone.contains)
        let circumstance =
            rerun ? "on --rerun, which goes by the kept run" : "when a kept run is judged, which is what it is"
        return IdleOptions(names: names, circumstance: circumstance, advice: "make a run with --run, or leave it out")
    }

    /// What says how requests are made: none is when a kept run is only read.
    private var idleInReading: IdleOptions? {
        guard !runsSuite, !rerun else { return nil }
        let suite = [scenarios.isEmpty ? nil : "--scenarios", contract == nil ? nil : "--contract"].compactMap(\.self)
        return IdleOptions(
            names: suite + execution.given.filter { !Self.ofRunsAlone.contains($0) },
            circumstance: "when a kept run is judged, since nothing is sent",
            advice: "add --run or --rerun, or leave it out"
        )
    }

    /// What says how an answer is found and told: none is when a baseline is written.
    private var idleInWriting: IdleOptions? {
        guard writeBaseline != nil else { return nil }
        let told = [explain ? "--explain" : nil, format == nil ? nil : "--format"]
        // Re-runs are of what newly fails against the baseline.
        let compared =
            runsSuite || rerun
            ? []
            : [
                baseline == nil ? nil : "--baseline", baselineFile == nil ? nil : "--baseline-file",
            ]
        return IdleOptions(
            names: (told + compared).compactMap(\.self),
            circumstance: "with --write-baseline, which gives no answer",
            advice: "leave out one or the other"
        )
    }

    private static let ofRunsAlone: Set = ["--report", "--label", "--seed"]
}

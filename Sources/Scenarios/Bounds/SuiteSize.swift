import YAMLSource

/// How large a suite becomes once all cases of its scenarios are laid out.
struct SuiteSize {
    /// The scenarios that are not laid out, by where they begin, since they are too large, which was told.
    private(set) var refused: Set<SourcePlace> = []
    /// Whether the whole is too large to be laid out, which was told.
    private(set) var isExceeded = false

    /// Works out the size of a suite.
    ///
    /// - Parameters:
    ///   - suite: the suite.
    ///   - problems: gets what is too large.
    init(_ suite: SuiteSource, problems: inout ProblemList) {
        var values = suite.layout.ofAllBlocks.values
        var cases = 0
        for scenario in suite.scenarios {
            let lists = ["given", "steps", "cleanup"].map { scenario[$0] }
            let (extent, excess) = suite.layout.extent(of: lists)
            if let excess {
                refused.insert(scenario.place)
                problems.add(excess.placeOfUse, extent.excess(of: "the case"))
                continue
            }
            let (count, crowding) = ParameterChoices.count(in: scenario)
            if let crowding {
                refused.insert(scenario.place)
                let message = "more than \(ScenarioBounds.casesPerScenario) cases"
                problems.add(crowding, "\(message) (write fewer values, or several scenarios)")
                continue
            }
            cases = cases.adding(count)
            let valuesOfCase = extent.values.adding(scenario["values"]?.valueCount ?? 0)
            values = values.adding(count.multiplied(by: valuesOfCase))
            guard !isExceeded, cases > ScenarioBounds.casesPerSuite || values > ScenarioBounds.valuesPerSuite else {
                continue
            }
            isExceeded = true
            let (bound, what) =
                cases > ScenarioBounds.casesPerSuite
                ? (ScenarioBounds.casesPerSuite, "cases") : (ScenarioBounds.valuesPerSuite, "values in all cases")
            problems.add(
                scenario.place,
                "the suite has more than \(bound) \(what), from here on (run it in parts, or write fewer parameters)"
            )
        }
        if !isExceeded, values > ScenarioBounds.valuesPerSuite, let block = suite.blocks.values.first {
            isExceeded = true
            let message = "the blocks have more than \(ScenarioBounds.valuesPerSuite) values once they are laid out"
            problems.add(block.nameSource.place, "\(message) (use fewer blocks inside each other)")
        }
    }
}

import YAMLSource

extension StepDecoder {
    /// Lays out what a step uses: a block, or the first of several that comes about.
    mutating func use(_ source: LocatedValue, in step: LocatedValue, name: String?) -> [Step] {
        guard source.isList else { return useBlock(source, in: step, name: name) }
        let (before, title) = (names, name ?? source.items.first?.text ?? "")
        var ways: [[Step]] = []
        for way in source.items {
            let used = names.used
            names = before
            ways.append(useBlock(way, in: step, name: name))
            names.formUsed(used)
            refuseMissingGives(of: way, besides: source.items, in: step)
        }
        return [Step(name: title, place: step.place, action: .firstOf(ways))]
    }

    /// Tells what a block does not give and another of those that stand for each other does, if all of it is kept.
    private mutating func refuseMissingGives(of way: LocatedValue, besides ways: [LocatedValue], in step: LocatedValue)
    {
        guard step["save"] == nil, let block = way.text.flatMap({ suite.blocks[$0] }) else { return }
        let given = Set(block.gives.map(\.key.name))
        for other in ways.compactMap({ $0.text.flatMap { suite.blocks[$0] } }) {
            for missing in other.gives.map(\.key.name) where !given.contains(missing) {
                problems.add(way.place, "the block '\(block.name)' gives no '\(missing)', as '\(other.name)' does")
            }
        }
    }

    /// Lays out a block: its beginning, its steps, its end.
    private mutating func useBlock(_ source: LocatedValue, in step: LocatedValue, name: String?) -> [Step] {
        guard let text = source.text else { return [] }
        guard let block = suite.blocks[text] else {
            let hint = Suggestion.text(for: text, among: suite.blocks.keys.sorted())
            problems.add(source.place, "unknown block '\(text)' (\(hint))")
            return []
        }
        let arguments = arguments(of: block, in: step)
        guard !suite.layout.refused.contains(text) else {
            // What is wrong with the block was told; what it gives is known all the same.
            for key in step["save"]?.members.map(\.key) ?? block.gives.map(\.key) { names.add(key.name) }
            return []
        }
        let outer = names
        names = Names()
        blocks.append(text)
        for (binding, knowledge) in arguments {
            names.add(binding.name, knowledge)
        }
        let given = Set(arguments.map(\.binding.name))
        let defaults = block.parameters.filter { !given.contains($0.key.name) }.map { binding($0.key, $0.value) }
        let steps = block.steps.map { self.steps($0) } ?? []
        let gives = gives(of: block, in: step)
        names = outer
        blocks.removeLast()
        for give in gives {
            names.add(give.name)
        }
        let entry = BlockEntry(block: text, arguments: arguments.map(\.binding), defaults: defaults)
        let title = name ?? block.summary.title ?? text
        return [Step(name: title, place: step.place, action: .enter(entry))] + steps
            + [Step(name: title, place: step.place, action: .leave(BlockExit(block: text, gives: gives)))]
    }

    /// Checks a block without a use: its parameters may be anything.
    mutating func checkAlone(_ block: BlockSource) {
        blocks = [block.name]
        for parameter in block.parameters {
            _ = templated(parameter.value)
            names.add(parameter.key.name, .parameter)
        }
        if let source = block.steps {
            _ = steps(source)
        }
        for give in block.gives {
            _ = templated(give.value)
        }
    }

    /// Reads what a step gives a block, and what is known of it before the run.
    private mutating func arguments(
        of block: BlockSource,
        in step: LocatedValue
    ) -> [(binding: Case.Binding, knowledge: Names.Knowledge)] {
        let members = step["with"]?.members ?? []
        let parameters = block.parameters.map(\.key.name)
        for (key, _) in members where !parameters.contains(key.name) {
            let hint = Suggestion.text(for: key.name, among: parameters)
            problems.add(key.place, "the block '\(block.name)' has no parameter '\(key.name)' (\(hint))")
        }
        for name in block.required where !members.contains(where: { $0.key.name == name }) {
            problems.add(step.place, "the block '\(block.name)' needs the parameter '\(name)' (write it under 'with')")
        }
        return members.map { key, source in
            let value = templated(source)
            return (Case.Binding(name: key.name, value: value), knowledge(of: value))
        }
    }

    /// Reads what a block gives, under the names that the step wants; all of it when the step names none.
    private mutating func gives(of block: BlockSource, in step: LocatedValue) -> [Case.Binding] {
        guard let save = step["save"] else {
            return block.gives.map { Case.Binding(name: $0.key.name, value: templated($0.value)) }
        }
        return save.members.compactMap { key, source in
            guard let name = source.text else { return nil }
            guard let give = block.gives.first(where: { $0.key.name == name }) else {
                let hint = Suggestion.text(for: name, among: block.gives.map(\.key.name))
                problems.add(source.place, "the block '\(block.name)' gives no '\(name)' (\(hint))")
                return nil
            }
            return Case.Binding(name: key.name, value: templated(give.value))
        }
    }
}

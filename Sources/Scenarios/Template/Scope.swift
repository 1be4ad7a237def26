public import JSON
public import Timestamps

/// The names that templates of a running case can use, and the source of its generated values.
///
/// A value type without side effects: copies go on independently. Inside a block only the block's own names are seen.
public struct Scope: Sendable {
    /// The names of the case, then those of each block that is open, innermost last.
    private var frames: [[String: JSONValue]] = [[:]]
    /// The names of the case that the scenario itself gives values.
    private var writtenNames: Set<String> = []
    /// What the run names by hand.
    let fixtures: RunFixtures
    /// How many bytes the values come to that were built and kept so far.
    private var keptBytes = 0
    /// Where `unique` takes its values from.
    var unique: UniqueValues
    /// The name under which values are generated: the same seed and name give the same values.
    public let caseID: String
    /// The clock.
    let now: @Sendable () -> Timestamp

    /// How many values were generated so far.
    public var generatedCount: Int { Int(clamping: unique.count) }

    /// An empty scope.
    ///
    /// - Parameters:
    ///   - seed: the run's seed; the same seed and case give the same generated values.
    ///   - caseID: the id of the case.
    ///   - fixtures: what the run names by hand.
    ///   - now: the clock.
    public init(
        seed: UInt64,
        caseID: String,
        fixtures: RunFixtures = RunFixtures(),
        now: @escaping @Sendable () -> Timestamp
    ) {
        unique = UniqueValues(seed: seed, caseID: caseID)
        self.caseID = caseID
        self.fixtures = fixtures
        self.now = now
    }

    /// The value under a name; nil when there is none.
    ///
    /// - Parameter name: the name.
    public subscript(name: String) -> JSONValue? {
        frames.last?[name]
    }

    /// Puts a value under a name, in place of the one there.
    ///
    /// - Parameters:
    ///   - name: the name.
    ///   - value: its value.
    public mutating func bind(_ name: String, to value: JSONValue) {
        frames[frames.count - 1][name] = value
    }

    /// Puts a value that the scenario itself gives under a name.
    mutating func bindWritten(_ binding: Case.Binding) throws(TemplateError) {
        bind(binding.name, to: try keep(binding))
        writtenNames.insert(binding.name)
    }

    /// Whether the value under a name may come out of an answer: the scenario itself does not give it.
    func mayComeFromAnswer(_ name: String) -> Bool {
        frames.count > 1 || !writtenNames.contains(name)
    }

    /// Goes back to the names of an earlier moment; what was generated since is not generated again.
    ///
    /// - Parameter earlier: the scope as it was.
    public mutating func goBack(to earlier: Scope) {
        frames = earlier.frames
        writtenNames = earlier.writtenNames
    }

    /// Begins a block: from here on only its arguments, and what it saves itself, have names.
    ///
    /// - Parameter entry: the block's beginning.
    /// - Throws: ``TemplateError`` when an argument can't be worked out.
    public mutating func enter(_ entry: BlockEntry) throws(TemplateError) {
        var frame: [String: JSONValue] = [:]
        for argument in entry.arguments {
            frame[argument.name] = try keep(argument)
        }
        frames.append(frame)
        for argument in entry.defaults {
            bind(argument.name, to: try keep(argument))
        }
    }

    /// Ends the block begun last and puts what it gives under names of the scope around it.
    ///
    /// - Parameter exit: the block's end.
    /// - Throws: ``TemplateError`` when a value can't be worked out.
    public mutating func leave(_ exit: BlockExit) throws(TemplateError) {
        var gives: [(name: String, value: JSONValue)] = []
        for give in exit.gives {
            gives.append((give.name, try keep(give)))
        }
        frames.removeLast(frames.count > 1 ? 1 : 0)
        for give in gives {
            bind(give.name, to: give.value)
        }
    }

    /// Begins a block ahead of the run: what can't be worked out yet has no name in it.
    ///
    /// - Parameter entry: the block's beginning.
    public mutating func enterAhead(_ entry: BlockEntry) {
        var outer = self
        frames.append([:])
        for argument in entry.arguments {
            if let value = try? outer.keep(argument) { bind(argument.name, to: value) }
        }
        for argument in entry.defaults {
            if let value = try? keep(argument) { bind(argument.name, to: value) }
        }
    }

    /// Ends the block begun last ahead of the run: nothing that it gives is known.
    public mutating func leaveAhead() {
        if frames.count > 1 { frames.removeLast() }
    }

    /// Works out a value that the case keeps from here on.
    ///
    /// - Parameter binding: the name and the value.
    /// - Returns: the value.
    /// - Throws: ``TemplateError`` when it can't be worked out, or all values together are more than ``ScenarioBounds`` allow.
    mutating func keep(_ binding: Case.Binding) throws(TemplateError) -> JSONValue {
        var size = BuiltSize()
        let value = try binding.value.value(in: &self, of: &size, depth: 0)
        keptBytes += binding.value.isLiteral ? 0 : max(size.bytes, value.stringValue?.utf8.count ?? 0)
        guard keptBytes <= ScenarioBounds.keptBytes else {
            let message = "the values of the case come to more than \(ScenarioBounds.keptBytes) bytes"
            throw TemplateError(template: binding.name, excess: "\(message) (use fewer or shorter values)")
        }
        return value
    }

    /// Drops the blocks that are open, so that the names of the case count again: before the clean-up.
    public mutating func leaveAllBlocks() {
        frames.removeLast(frames.count - 1)
    }
}

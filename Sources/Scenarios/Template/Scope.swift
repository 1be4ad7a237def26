public import JSON
public import Timestamps

/// The names that templates of a running case can use, and the source of its generated values.
///
/// A value type without side effects: copies go on independently. Inside a block only the block's own names are seen.
public struct Scope: Sendable {
    /// The names of the case, then those of each block that is open, innermost last.
    private var frames: [[String: JSONValue]] = [[:]]
    /// How many bytes the values come to that were built and kept so far.
    private var keptBytes = 0
    /// Where `unique` takes its values from.
    var unique: UniqueValues
    /// The clock.
    let now: @Sendable () -> Timestamp

    /// An empty scope.
    ///
    /// - Parameters:
    ///   - seed: the run's seed; the same seed and case give the same generated values.
    ///   - caseID: the id of the case.
    ///   - now: the clock.
    public init(seed: UInt64, caseID: String, now: @escaping @Sendable () -> Timestamp) {
        unique = UniqueValues(seed: seed, caseID: caseID)
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

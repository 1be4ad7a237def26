public import YAMLSource

/// One thing that a case does.
public struct Step: Sendable {
    /// What the step is called: as written, or the operation's name.
    public let name: String
    /// Where the step is written.
    public let place: SourcePlace
    /// What it does.
    public let action: Action

    /// What a step does.
    public enum Action: Sendable {
        /// Calls the endpoint.
        case call(Call)
        /// Begins a block: works out its arguments and then sees only these (``Scope/enter(_:)``).
        case enter(BlockEntry)
        /// Ends the block begun last: hands out what it gives (``Scope/leave(_:)``).
        case leave(BlockExit)
        /// Goes the first of several ways whose preconditions hold; all of them give the same names.
        case firstOf([[Step]])
    }

    /// The requirements that the step's expectations prove, whichever way it goes.
    public var requirementIDs: [String] {
        switch action {
        case .call(let call): call.expectations.flatMap(\.proves)
        case .firstOf(let ways): ways.joined().flatMap(\.requirementIDs)
        case .enter, .leave: []
        }
    }

    /// The calls that the step may make, those of all ways.
    public var calls: [Call] {
        switch action {
        case .call(let call): [call]
        case .firstOf(let ways): ways.joined().flatMap(\.calls)
        case .enter, .leave: []
        }
    }

    /// The fixtures without which the step can't be taken.
    public var fixtures: [RunFixtures.Reference] {
        switch action {
        case .call(let call):
            if case .json(let body) = call.body { body.fixtures } else { [] }
        case .enter(let entry): (entry.arguments + entry.defaults).flatMap(\.value.fixtures)
        case .leave(let exit): exit.gives.flatMap(\.value.fixtures)
        case .firstOf: []
        }
    }
}

/// The beginning of a block that was laid out into steps.
public struct BlockEntry: Sendable {
    /// The block's name.
    public let block: String
    /// The block's parameters and the values they get, worked out in the scope around the block.
    public let arguments: [Case.Binding]
    /// The parameters that keep their defaults, worked out in the block's own scope.
    public let defaults: [Case.Binding]
}

/// The end of a block that was laid out into steps.
public struct BlockExit: Sendable {
    /// The block's name.
    public let block: String
    /// What the block gives: the name in the scope around it, and the value worked out in the block's scope.
    public let gives: [Case.Binding]
}

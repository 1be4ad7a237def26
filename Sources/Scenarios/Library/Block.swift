/// Steps that scenarios use by name.
public struct Block: Sendable, Hashable {
    /// The name, unique in the suite.
    public let name: String
    /// What the block does; nil when the file does not say.
    public let title: String?
    /// The file that the block is written in.
    public let file: String
    /// The names of the parameters, in the order they were written.
    public let parameters: [String]
    /// The names of what the block gives, in the order they were written.
    public let gives: [String]
}

import JSON
import SeamContract
import YAMLSource

/// A block as read.
struct BlockSource: Sendable {
    /// The name.
    let name: String
    /// The name as written.
    let nameSource: LocatedValue
    /// The parameters and their defaults.
    let parameters: [(key: LocatedKey, value: LocatedValue)]
    /// The steps.
    let steps: LocatedValue?
    /// What the block gives.
    let gives: [(key: LocatedKey, value: LocatedValue)]
    /// The block for people.
    let summary: Block
    /// A hash of all that is written of it; what it uses is not in it.
    let hash: UInt64
    /// The names of the blocks that it uses itself.
    let uses: [String]

    /// A block; nil when it has no name.
    init?(_ source: LocatedValue) {
        guard let nameSource = source["block"], let name = nameSource.text else { return nil }
        self.name = name
        let written = source.json
        var hash = StableHash()
        hash.feed(written)
        self.hash = hash.value
        uses = written.usedBlocks
        self.nameSource = nameSource
        parameters = source["parameters"]?.members ?? []
        steps = source["steps"]
        gives = source["gives"]?.members ?? []
        summary = Block(
            name: name,
            title: source["title"]?.text,
            file: nameSource.place.file,
            parameters: parameters.map(\.key.name),
            gives: gives.map(\.key.name)
        )
    }

    /// The parameters that a use must give: those without a default.
    var required: [String] {
        parameters.filter { $0.value.json.isNull }.map(\.key.name)
    }
}

import JSON
import SeamContract
import YAMLSource

extension SuiteSource {
    /// A hash of all that is written of a scenario, and of the blocks that it uses, be it through others.
    ///
    /// Where it stands, the order of members and the way that YAML was written don't change it.
    /// - Parameter scenario: the scenario as read.
    /// - Returns: the hash.
    func hash(of scenario: LocatedValue) -> UInt64 {
        let text = scenario.json
        var hash = StableHash()
        hash.feed(text)
        var names = text.usedBlocks
        var seen: Set<String> = []
        while let name = names.popLast() {
            guard seen.insert(name).inserted, let block = blocks[name] else { continue }
            names += block.uses
        }
        for name in seen.sorted() { hash.feed("\(blocks[name]?.hash ?? 0)") }
        return hash.value
    }
}

extension JSONValue {
    /// The values of all members `use`, however deep.
    var usedBlocks: [String] {
        switch self {
        case .array(let items): items.flatMap(\.usedBlocks)
        case .object(let object):
            object.members.flatMap { member in
                member.key == "use" ? member.value.blockNames : member.value.usedBlocks
            }
        case .null, .bool, .number, .string: []
        }
    }

    /// The names under a `use`: one, or a list of them.
    private var blockNames: [String] {
        stringValue.map { [$0] } ?? arrayValue?.compactMap(\.stringValue) ?? []
    }
}

/// How the value of one member chooses among branches (OpenAPI 3.0.3, Discriminator Object).
struct Discriminator: Sendable {
    /// The member's name.
    let member: String
    /// The values in the order of the branches.
    let values: [String]
    /// The numbers of the branches for each value, and of those that don't say which value they are for.
    private let branches: [[Int]]
    /// Where to find a value.
    private let index: NameIndex
    /// The branches that don't say which value they are for.
    let others: [Int]

    /// A discriminator.
    ///
    /// - Parameters:
    ///   - member: the member's name.
    ///   - perBranch: for each branch, the values that it is for; empty when the branch does not say.
    init(member: String, values perBranch: [[String]]) {
        self.member = member
        var listed = Set<String>()
        let values = perBranch.joined().filter { listed.insert($0).inserted }
        self.values = values
        index = NameIndex(values)
        others = perBranch.indices.filter { perBranch[$0].isEmpty }
        branches = values.map { value in
            perBranch.indices.filter { perBranch[$0].isEmpty || perBranch[$0].contains(value) }
        }
    }

    /// The numbers of the branches for a value; nil when no branch says that it is for it.
    func branches(for value: String) -> [Int]? {
        index[value].map { branches[$0] }
    }
}

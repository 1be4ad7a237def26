extension JSONPointer {
    /// The pointer with every item's index as `*`: the same for all items of a list.
    ///
    /// A member whose name is all digits counts as an item.
    public var withItemsAsStars: JSONPointer {
        JSONPointer(tokens: tokens.map { Self.isIndex($0) ? "*" : $0 })
    }

    /// Whether a token can be an item's index.
    private static func isIndex(_ token: String) -> Bool {
        !token.isEmpty && token.utf8.allSatisfy { (0x30...0x39).contains($0) }
    }
}

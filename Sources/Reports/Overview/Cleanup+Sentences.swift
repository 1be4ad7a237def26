public import Results

extension Cleanup {
    /// What a person should know of it, one sentence each: how much was created and deleted, then what was left and why.
    ///
    /// Empty when nothing was created. Of the reasons why something was left the first twenty are said.
    public var sentences: [String] {
        guard created > 0 else { return [] }
        let total = "created \(created), deleted \(deleted)" + (left > 0 ? ", left \(left)" : "")
        let shown = leftovers.prefix(20)
        let rest = leftovers.count - shown.count
        return [total] + shown.map(\.sentence) + (rest > 0 ? ["\(Wording.count(rest, "further reason"))"] : [])
    }
}

extension Cleanup.Leftover {
    /// `3 of /acs/users: /acs/users/delete answered 500 (/acs/users 5c0e…, and 2 more)`.
    fileprivate var sentence: String {
        let shown = names.prefix(2)
        let rest = count - shown.count
        let list = shown.joined(separator: ", ") + (rest > 0 ? ", and \(rest) more" : "")
        return "\(count) of \(namespace): \(reason) (\(list))"
    }
}

import Results

extension RunShards {
    /// What came, and what it belongs to: `shard 2/5 of 1187`, `shards 1, 3 of 5 of 1187`, `all 5 shards of 1187`.
    package var words: String { "\(share) of \(set)" }

    /// What came: `shard 2/5`, `shards 1, 3 of 5`, `all 5 shards`.
    package var share: String {
        if count > 1, missing.isEmpty { return "all \(count) shards" }
        if let part = parts.first, parts.count == 1 { return "shard \(part.number)/\(count)" }
        return "shards \(parts.map { String($0.number) }.joined(separator: ", ")) of \(count)"
    }
}

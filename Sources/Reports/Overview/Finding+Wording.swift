import Results

extension Finding {
    /// Where it is: `status of /user_identities/create`; empty when nothing is known.
    var location: String { [place, operation ?? ""].filter { !$0.isEmpty }.joined(separator: " of ") }

    /// What was found, with what was expected and what was there where the message does not tell it, on one line.
    var sentence: String {
        let told = message.visible
        let further = [("expected", expected), ("got", actual)].compactMap { word, value in
            value.isEmpty || told.tells(value.visible) ? nil : "\(word) \(value.visible(upTo: 300))"
        }
        return ([told.clipped(to: 600)] + further).joined(separator: "; ")
    }

    /// The words for its weight: `must`, `should`, `may`, `error`.
    var weight: String { severity == .harness ? "error" : severity.rawValue }

    /// What it is about: the requirements, or the code when it breaks none.
    var subject: String { (requirements.isEmpty ? code : requirements.joined(separator: ", ")).visible }
}

extension String {
    /// Whether a value occurs in the text by itself, as no part of a longer word or number.
    func tells(_ value: String) -> Bool {
        ranges(of: value).contains { range in
            let neighbours = [self[..<range.lowerBound].last, self[range.upperBound...].first]
            return !neighbours.contains { $0.map { $0.isLetter || $0.isNumber } ?? false }
        }
    }
}

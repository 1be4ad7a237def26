extension String {
    /// The text with some scalars replaced.
    ///
    /// Scalars are looked at one by one, as those do who read the text: of `"` with a combining mark Swift makes one
    /// character, which is no `"`, but it ends a quotation all the same.
    ///
    /// - Parameter replacements: what stands for a scalar.
    /// - Returns: the text.
    func escaping(_ replacements: [Unicode.Scalar: String]) -> String {
        guard unicodeScalars.contains(where: { replacements[$0] != nil }) else { return self }
        var escaped = String.UnicodeScalarView()
        for scalar in unicodeScalars {
            if let replacement = replacements[scalar] {
                escaped.append(contentsOf: replacement.unicodeScalars)
            } else {
                escaped.append(scalar)
            }
        }
        return String(escaped)
    }
}

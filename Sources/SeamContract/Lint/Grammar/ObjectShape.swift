/// What the specification lets a member of an object be.
indirect enum ValueShape: Sendable {
    /// Anything.
    case any
    /// A string.
    case text
    /// `true` or `false`.
    case flag
    /// An object of that sort, or a reference to one where there may be references.
    case object(ObjectKind)
    /// An array.
    case list(ValueShape)
    /// An object with names of the author's choice.
    case map(ValueShape)
}

/// What the specification says of one sort of object.
struct ObjectShape: Sendable {
    /// One member that the specification names.
    struct Field: Sendable {
        /// The member's name.
        let name: String
        /// What it must be.
        let shape: ValueShape
        /// The versions in which it must be there.
        var requiredIn: Set<OpenAPIVersion.Minor> = []
        /// The versions that know it.
        var knownIn: Set<OpenAPIVersion.Minor> = [.v3_0, .v3_1]
    }

    /// The members that the specification names.
    let fields: [Field]
    /// What members with names of the author's choice are; nil when there may be none but `x-…`.
    var others: ValueShape?

    /// The member of that name, where a version knows it.
    ///
    /// - Parameters:
    ///   - name: the member's name.
    ///   - version: the version.
    /// - Returns: the member; nil when the version has none of that name.
    func field(_ name: String, in version: OpenAPIVersion.Minor) -> Field? {
        fields.first { $0.name == name && $0.knownIn.contains(version) }
    }
}

extension ObjectShape.Field {
    /// The member in a form that must be there.
    func required(in versions: Set<OpenAPIVersion.Minor> = [.v3_0, .v3_1]) -> ObjectShape.Field {
        ObjectShape.Field(name: name, shape: shape, requiredIn: versions, knownIn: knownIn)
    }

    /// The member as one that only 3.1 knows.
    var since31: ObjectShape.Field {
        ObjectShape.Field(name: name, shape: shape, requiredIn: requiredIn, knownIn: [.v3_1])
    }
}

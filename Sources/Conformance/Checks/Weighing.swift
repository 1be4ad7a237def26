import Results

/// What a check says of one requirement in one exchange: it was weighed, and it holds or is broken.
struct Weighing: Sendable {
    /// The requirement's id.
    let requirement: String
    /// How it is broken; empty when it holds.
    let breaches: [Breach]

    /// A requirement that holds, or is broken in one way.
    ///
    /// - Parameters:
    ///   - requirement: the requirement's id.
    ///   - breach: how it is broken; nil when it holds.
    init(_ requirement: String, _ breach: Breach?) {
        self.init(requirement, breaches: breach.map { [$0] } ?? [])
    }

    /// A requirement that was weighed.
    ///
    /// - Parameters:
    ///   - requirement: the requirement's id.
    ///   - breaches: how it is broken.
    init(_ requirement: String, breaches: [Breach]) {
        self.requirement = requirement
        self.breaches = breaches
    }
}

/// One way in which a response breaks a requirement.
struct Breach: Sendable, Hashable {
    /// What sort of fault it is: stable, lower case, dotted.
    let code: String
    /// Where: `status`, `header content-type`, or a place in the body.
    let place: String
    /// One sentence for a person.
    let message: String
    /// What should have been there.
    let expected: String
    /// What was there.
    let actual: String
    /// The most it may weigh, whatever the requirement's level; nil leaves it at that.
    var ceiling: Finding.Severity?
}

/// What kept exchanges of a case say of one requirement, by the checks and scenarios of today.
package struct EvidenceFinding: Sendable, Hashable {
    /// Why a kept exchange can't answer.
    package enum Obstacle: String, Sendable, Hashable, CaseIterable {
        /// The body was longer than what is kept.
        case cut
        /// What would decide was taken out as a secret.
        case redacted
        /// It depends on values of exchanges that were not kept.
        case notKept
        /// The scenario asks something else by now.
        case changed
    }

    /// One way in which the requirement is broken.
    package struct Breach: Sendable, Hashable {
        /// The step.
        package let step: String
        /// The ordinal of the exchange within its case; nil when it concerns several.
        package let exchange: Int?
        /// Where: `status`, `header …`, or a place in the body.
        package let place: String
        /// One sentence for a person.
        package let message: String
    }

    /// How often the requirement was weighed.
    package private(set) var weighed = 0
    /// How it is broken, in the order of the exchanges.
    package private(set) var breaches: [Breach] = []
    /// How often it could not be weighed, by the reason.
    package private(set) var obstacles: [Obstacle: Int] = [:]

    /// Notes that something can't be answered.
    mutating func note(_ obstacle: Obstacle) {
        obstacles[obstacle, default: 0] += 1
    }

    /// Notes that the requirement was weighed.
    ///
    /// - Parameter breaches: how it is broken; empty when it holds.
    mutating func weigh(_ breaches: [Breach]) {
        weighed += 1
        self.breaches += breaches
    }
}

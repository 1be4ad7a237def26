import JSON
import SeamModel

/// One deliberate breach of one requirement, for proving that the suite notices it.
public struct Fault: Sendable {
    /// The name to ask for it by, such as `accept-second-email`.
    public let id: String
    /// The requirement that it breaks, such as `UI-UNIQ-EMAIL`.
    public let requirement: String
    /// What the server does wrong, in one sentence.
    public let summary: String
    /// How it comes about; at least one.
    let effects: [Effect]

    /// A fault.
    ///
    /// - Parameters:
    ///   - id: the name to ask for it by, in kebab-case.
    ///   - requirement: the requirement that it breaks.
    ///   - summary: what the server does wrong, in one sentence.
    ///   - effect: how it comes about.
    init(id: String, requirement: String, summary: String, effect: Effect...) {
        self.id = id
        self.requirement = requirement
        self.summary = summary
        effects = effect
    }

    /// How a fault comes about.
    enum Effect: Sendable {
        /// The workspaces no longer insist on something.
        case policy(any WritableKeyPath<Policy, Bool> & Sendable)
        /// The workspaces no longer insist on something for some values.
        case weaken(@Sendable (inout Policy) -> Void)
        /// What calls do is lost, though they are answered as if it were not.
        case lose(CallScope)
        /// Calls look and store in two critical sections.
        case race(Race)
        /// The HTTP face no longer insists on something.
        case server(any WritableKeyPath<ServerPolicy, Bool> & Sendable)
        /// Responses are changed on their way out.
        case edit(ResponseEdit)
        /// Requests are misread.
        case misread(RequestEdit)
        /// Values that break the contract are taken.
        case tolerate(Tolerance)
        /// What must be accepted is refused.
        case object(Objection)
        /// Credentials that do not do are taken.
        case admit(Admission)
        /// The credentials are looked at too late.
        case delay(LateAuthorization)
    }

    /// The fault of that id; nil when there is none.
    ///
    /// - Parameter id: such as `accept-second-email`.
    /// - Returns: the fault.
    public static func named(_ id: String) -> Fault? {
        all.first { $0.id == id }
    }

    /// Turns off what the fault turns off.
    func apply(to policy: inout Policy) {
        for effect in effects {
            switch effect {
            case .policy(let rule): policy[keyPath: rule] = false
            case .weaken(let change): change(&policy)
            default: break
            }
        }
    }
}

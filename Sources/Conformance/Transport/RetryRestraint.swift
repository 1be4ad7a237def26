/// Why a request was not sent again, though its response asked for that or its failure would have allowed it.
enum RetryRestraint: Sendable, Hashable {
    /// It was sent again as often as ``RetryPolicy/limit`` allows.
    case exhausted(count: Int)
    /// The response asks for a longer wait than one wait may take.
    case tooLong(asked: Duration, longest: Duration)
    /// The response is a `429` and does not say when to ask again.
    case unstated
    /// The wait does not fit into the time that cleanup has.
    case outOfTime(asked: Duration)
    /// The wait does not fit into what is left of the run's ``RetryBudget``.
    case overBudget(asked: Duration, limit: Duration)
    /// So many requests of cleanup in a row were sent again for nothing.
    case inVain(count: Int)
    /// The run was stopped before the wait was over.
    case stopped
}

extension RetryRestraint: CustomStringConvertible {
    /// A lower-case fragment that goes on after `429`, such as `after 3 retries`.
    var description: String {
        switch self {
        case .exhausted(let count): "after \(count) \(count == 1 ? "retry" : "retries")"
        case .tooLong(let asked, let longest):
            "and asks for a wait of \(asked.words), more than the \(longest.words) of one wait"
        case .unstated: "and does not say with Retry-After when to ask again"
        case .outOfTime(let asked):
            "and asks for a wait of \(asked.words), more than is left for the cleanup"
        case .overBudget(let asked, let limit):
            "and asks for a wait of \(asked.words), more than is left of the \(limit.words) that a run waits in all"
        case .inVain(let count): "and \(count) requests of cleanup in a row were sent again for nothing"
        case .stopped: "and the run was stopped before the request could be sent again"
        }
    }
}

extension RetryRestraint {
    /// What a person can do about it, as a clause.
    var advice: String {
        switch self {
        case .overBudget: "--retry-budget gives a run more; --concurrency and --rate ask for less at once"
        case .exhausted, .tooLong, .unstated, .outOfTime, .inVain, .stopped:
            "--concurrency and --rate ask for less at once, or try later"
        }
    }
}

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
    /// The run was stopped before the wait was over.
    case stopped
}

extension RetryRestraint: CustomStringConvertible {
    /// A lower-case fragment that goes on after `429`, such as `after 3 retries`.
    var description: String {
        switch self {
        case .exhausted(let count): "after \(count) \(count == 1 ? "retry" : "retries")"
        case .tooLong(let asked, let longest):
            "and asks for a wait of \(asked.wholeSeconds), more than the \(longest.wholeSeconds) of one wait"
        case .unstated: "and does not say with Retry-After when to ask again"
        case .outOfTime(let asked):
            "and asks for a wait of \(asked.wholeSeconds), more than is left for the cleanup"
        case .stopped: "and the run was stopped before the request could be sent again"
        }
    }
}

extension Duration {
    /// Such as `30 s`; a begun second counts.
    fileprivate var wholeSeconds: String {
        let (seconds, rest) = components
        return "\(seconds + (rest > 0 ? 1 : 0)) s"
    }
}

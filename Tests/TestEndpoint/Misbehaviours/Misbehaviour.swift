/// One way in which an endpoint does not behave, and what a run against it must come to.
package struct Misbehaviour: Sendable {
    /// A name in kebab-case, unique among all.
    package let name: String
    /// What the endpoint does.
    package let reply: Reply
    /// The requests towards which it does so; towards the others it behaves.
    package let selection: RequestSelection
    /// What a run must come to.
    package let outcome: Outcome
    /// Why no run is tried, as it would not come to its outcome; nil when it does.
    package var known: String?
    /// Whether it is tried in every run of the tests, and not in the long ones alone.
    package var isQuick = false
    /// How many seconds an exchange may take in a run that tries it.
    package var timeout = 20
    /// How many requests a run may make, retries and all.
    package var mostRequests = 60

    /// A misbehaviour of the operation that lists identities.
    init(_ name: String, _ reply: Reply, _ outcome: Outcome, path: String? = listPath) {
        self.name = name
        self.reply = reply
        self.outcome = outcome
        selection = RequestSelection(path: path)
    }

    /// The operation that misbehaves unless another is named.
    package static let listPath = "/user_identities/list"

    /// All of them, in groups.
    package static let all =
        framing + codings + sizes + timing + resets + statusLines + redirects + cursors + texts + retryHeaders + forms
        + dates + errors + everywhere

    /// The same, tried in every run of the tests, with all the time that a busy machine may take.
    var quick: Misbehaviour {
        var copy = self
        copy.isQuick = true
        copy.timeout = 600
        return copy
    }

    /// The same, not tried.
    func known(_ reason: String) -> Misbehaviour {
        var copy = self
        copy.known = reason
        return copy
    }

    /// The same, in a run that may make so many requests.
    func most(requests count: Int) -> Misbehaviour {
        var copy = self
        copy.mostRequests = count
        return copy
    }

    /// The same, in a run whose exchanges may take so many seconds.
    func within(seconds: Int) -> Misbehaviour {
        var copy = self
        copy.timeout = seconds
        return copy
    }
}

public import Redaction
public import Scenarios

/// How a run goes about its work.
///
/// The seed and the labels are in the run's header.
public struct RunOptions: Sendable, Hashable {
    /// How many cases run side by side; at least 1.
    public var concurrency: Int
    /// How long one whole exchange may take, the last byte of the body included, retries left out.
    public var timeout: Duration
    /// How long an answer that shows whether an operation is offered is waited for; who is slower offers it.
    public var probeTimeout: Duration
    /// How long the cleanup of one case may take, retries and their waits included, and how long that of all cases together
    /// may take once the run was stopped.
    public var cleanupTimeout: Duration
    /// How long the whole run may take, counted from when its ``Runner`` was made; then it is stopped.
    public var deadline: Duration
    /// How long all waits together that a `429` or `503` asks for may take, but for those of cleanup; waits side by side
    /// count once.
    public var retryBudget: Duration
    /// How many requests are sent at most; nil for as many as come about.
    public var rate: RequestRate?
    /// How long a request under way may go on when the run is interrupted, so that what it makes is not lost.
    public var interruptionGrace: Duration
    /// The largest body that is read, in bytes.
    public var bodyLimit: Int
    /// The largest header section that is taken, in bytes of all names and values.
    public var headLimit: Int
    /// How much of a body an exchange keeps, in bytes.
    public var keptBodyLimit: Int
    /// Whether cases that call anything but `get` and `list` operations are skipped.
    public var isReadOnly: Bool
    /// Whether a workspace that is no sandbox may be written to.
    public var allowsProduction: Bool
    /// What is named by hand, for an endpoint that lists none.
    public var fixtures = RunFixtures()
    /// Whether the seed was used before, so that things with the run's generated values may be there already.
    public var isRepetition = false
    /// What is taken out of everything that is kept or shown, beside secrets.
    public var redaction: RedactionRules
    /// What the requests call themselves in `user-agent`.
    public var userAgent: String

    /// Options.
    ///
    /// - Parameters:
    ///   - concurrency: how many cases run side by side; less than 1 counts as 1.
    ///   - timeout: how long one whole exchange may take.
    ///   - probeTimeout: how long an answer that shows whether an operation is offered is waited for.
    ///   - cleanupTimeout: how long the cleanup of one case may take, and that of all once the run was stopped.
    ///   - deadline: how long the whole run may take.
    ///   - retryBudget: how long all waits together that a `429` or `503` asks for may take.
    ///   - rate: how many requests are sent at most; nil for as many as come about.
    ///   - interruptionGrace: how long a request under way may go on when the run is interrupted.
    ///   - bodyLimit: the largest body that is read, in bytes.
    ///   - headLimit: the largest header section that is taken, in bytes.
    ///   - keptBodyLimit: how much of a body an exchange keeps, in bytes.
    ///   - isReadOnly: whether cases that write are skipped.
    ///   - allowsProduction: whether a workspace that is no sandbox may be written to.
    ///   - redaction: what is taken out beside secrets.
    ///   - userAgent: what the requests call themselves.
    public init(
        concurrency: Int = 8,
        timeout: Duration = .seconds(30),
        probeTimeout: Duration = .seconds(5),
        cleanupTimeout: Duration = .seconds(30),
        deadline: Duration = .seconds(3600),
        retryBudget: Duration = .seconds(60),
        rate: RequestRate? = nil,
        interruptionGrace: Duration = .seconds(2),
        bodyLimit: Int = 8 << 20,
        headLimit: Int = 256 << 10,
        keptBodyLimit: Int = 64 << 10,
        isReadOnly: Bool = false,
        allowsProduction: Bool = false,
        redaction: RedactionRules = RedactionRules(),
        userAgent: String = "seamcheck"
    ) {
        self.concurrency = max(1, concurrency)
        self.timeout = timeout
        self.probeTimeout = probeTimeout
        self.cleanupTimeout = cleanupTimeout
        self.deadline = deadline
        self.retryBudget = retryBudget
        self.rate = rate
        self.interruptionGrace = interruptionGrace
        self.bodyLimit = bodyLimit
        self.headLimit = headLimit
        self.keptBodyLimit = keptBodyLimit
        self.isReadOnly = isReadOnly
        self.allowsProduction = allowsProduction
        self.redaction = redaction
        self.userAgent = userAgent
    }
}

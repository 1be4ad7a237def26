import SeamModel

/// What the credentials of a call open, or why they open nothing, and when that is told.
struct Authorization {
    /// What was found.
    private let result: Result<Access, Refusal>
    /// At which stage a refusal is told: at once in a correct server.
    private let due: LateAuthorization.Stage

    /// Looks at the credentials.
    ///
    /// - Parameters:
    ///   - due: the stage at which a refusal is told.
    ///   - access: what they open, or why they open nothing.
    init(due: LateAuthorization.Stage, _ access: () throws(Refusal) -> Access) {
        self.due = due
        do throws(Refusal) {
            result = .success(try access())
        } catch {
            result = .failure(error)
        }
    }

    /// What they open, or what is opened all the same when they open nothing.
    ///
    /// - Parameter other: what is opened all the same.
    /// - Returns: the access.
    /// - Throws: what `other` throws.
    func access(orElse other: () throws(Refusal) -> Access) throws(Refusal) -> Access {
        if case .success(let access) = result { access } else { try other() }
    }

    /// Refuses a call whose credentials open nothing, if it is time.
    ///
    /// - Parameter stage: how far the call has come.
    /// - Throws: `Refusal` (401, or 400 for a malformed client session token).
    func check(at stage: LateAuthorization.Stage) throws(Refusal) {
        if stage >= due { _ = try result.get() }
    }
}

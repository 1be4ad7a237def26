extension Fault {
    /// Faults of behaviour: what is stored, linked, found, kept apart and given up, whatever its form.
    static let behaviour: [Fault] =
        uniqueness + freedValues + races
        + identityCreation + identityReading + identityUpdates + identityDeletion
        + accessUserCreation + accessUserUpdates + suspension + accessUserDeletion + accessUserNaming
        + links + mirrors + profiles + matching + userLinks + additions + removals
        + groups + merge + pages + cursors + filters + searches + listValidation + clients
        + isolationOfIdentities + isolation
}

import SeamModel

/// What of a call is carried out while no other call is.
enum CriticalSection {
    /// All of it.
    case whole
    /// Finding out what it would be answered in the world as it is; nothing is stored.
    case look(World)
    /// Carrying it out, without looking again at what a race has looked at in the world as it was.
    case store(World)
}

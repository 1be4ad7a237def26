extension Fault {
    /// Every fault, in the order of what they concern.
    public static let all: [Fault] = form + behaviour
}

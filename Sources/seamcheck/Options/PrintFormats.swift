import ArgumentParser

/// How something is printed that is no table.
enum ListFormat: String, ExpressibleByArgument, CaseIterable {
    /// For a person or for a program.
    case text, json
}

/// How a table is printed.
enum TableFormat: String, ExpressibleByArgument, CaseIterable {
    /// For a person or for a program.
    case table, json
}

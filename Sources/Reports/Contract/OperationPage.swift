public import SeamContract

/// An operation of a contract, told to a person or a program.
public struct OperationPage: Sendable {
    let operation: OperationOutline
    let isPaginated: Bool
    private let width: Int

    /// The page of an operation.
    ///
    /// - Parameters:
    ///   - operation: the operation.
    ///   - isPaginated: whether its answer comes in pages.
    ///   - width: how many characters a line may have; from 60 on.
    public init(_ operation: OperationOutline, isPaginated: Bool, width: Int = 100) {
        self.operation = operation
        self.isPaginated = isPaginated
        self.width = max(60, width)
    }

    /// The page as plain text.
    public var text: String {
        ([head, authorization, parameters] + operation.responses.map(response) + [remark])
            .filter { !$0.isEmpty }.joined(separator: "\n")
    }

    /// That parts are left out; empty when all is there.
    private var remark: String { operation.isCut ? lines(OutlineBounds.remark) : "" }

    /// Path, methods, and what it does.
    private var head: String {
        let methods = operation.head.methods.map(\.rawValue).joined(separator: ", ")
        let title = [operation.head.summary, operation.head.isDeprecated ? "(deprecated)" : nil].compactMap(\.self)
        let texts = [title.joined(separator: " ")] + operation.head.notes + [operation.head.text?.firstSentence ?? ""]
        var told: Set<String> = []
        let lines = texts.filter { !$0.isEmpty && told.insert($0).inserted }.flatMap { $0.visible.wrapped(to: width) }
        return (["\(methods) \(operation.head.path)".visible] + lines).map { $0 + "\n" }.joined()
    }

    /// The ways to authorize a call.
    private var authorization: String {
        let ways = operation.security.map { $0.isEmpty ? "nothing" : $0.joined(separator: " with ") }
        let text = ways.isEmpty ? "nothing" : ways.joined(separator: ", ")
        return section("authorization" + (ways.count > 1 ? ", any one of" : "")) + lines(text)
    }

    private var parameters: String {
        var table = FieldTable()
        for parameter in operation.otherParameters { table.add(parameter.field, in: parameter.location) }
        if let parameters = operation.parameters { table.add(parameters) }
        guard !table.isEmpty else { return section("parameters") + lines("none") }
        let body = operation.head.methods.filter { !$0.takesQuery }.map(\.rawValue)
        let query = operation.head.methods.filter(\.takesQuery).map(\.rawValue)
        let ways = [
            body.isEmpty ? nil : "in the body of \(body.joined(separator: ", "))",
            query.isEmpty ? nil : "in the query of \(query.joined(separator: ", "))",
        ].compactMap(\.self)
        return section("parameters, " + ways.joined(separator: ", ")) + table.text(width: width)
    }

    private func response(_ response: OperationOutline.Response) -> String {
        let key = response.status.hasPrefix("2") ? operation.responseKey : nil
        let remarks = [
            response.text.flatMap { $0.isEmpty ? nil : $0.firstSentence },
            key.map { "gives '\($0)'" + (isPaginated ? " in pages" : "") },
            response.contentTypes.isEmpty || response.contentTypes == ["application/json"]
                ? nil : response.contentTypes.joined(separator: ", "),
        ].compactMap(\.self)
        let title = "answer \(response.status)" + (remarks.isEmpty ? "" : ": " + remarks.joined(separator: ", "))
        guard let body = response.body else {
            return section(title) + (response.contentTypes.isEmpty ? lines("no body described") : "")
        }
        if let same = operation.responses.first(where: { $0.body == body }), same.status != response.status {
            return section(title) + lines("like answer \(same.status)")
        }
        var table = FieldTable()
        table.add(body)
        return section(title) + (table.isEmpty ? lines(body.phrase) : table.text(width: width))
    }

    private func section(_ title: String) -> String {
        title.visible.wrapped(to: width).joined(separator: "\n") + "\n"
    }

    private func lines(_ text: String) -> String {
        text.visible.wrapped(to: width - 2).map { "  \($0)\n" }.joined()
    }
}

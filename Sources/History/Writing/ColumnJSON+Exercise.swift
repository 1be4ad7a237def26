import JSON
import Results

extension ColumnJSON {
    /// `[[method, …], [parameter, …], [[status, [field, …]], …]]`.
    static func text(_ exercise: OperationExercise) -> String {
        let answers = exercise.answers.map { answer -> JSONValue in
            [.number(JSONNumber(answer.status)), list(answer.fields)]
        }
        let content: JSONValue = [list(exercise.methods), list(exercise.parameters), .array(answers)]
        return content.serialized()
    }

    /// The exercise of such a text; nil when the text is something else.
    ///
    /// - Parameters:
    ///   - text: the text.
    ///   - operation: the path of the operation.
    ///   - callCount: how often it was called.
    /// - Returns: the exercise.
    static func exercise(_ text: String, of operation: String, callCount: Int) -> OperationExercise? {
        guard let content = try? JSONValue(parsing: text), let methods = strings(content[0]),
            let parameters = strings(content[1]), let answers = content[2]?.arrayValue?.map(answer),
            answers.allSatisfy({ $0 != nil })
        else { return nil }
        return OperationExercise(
            operation: operation,
            callCount: callCount,
            methods: methods,
            parameters: parameters,
            answers: answers.compactMap(\.self)
        )
    }

    private static func answer(_ value: JSONValue) -> OperationExercise.Answer? {
        guard let status = value[0]?.numberValue?.intValue, let fields = strings(value[1]) else { return nil }
        return OperationExercise.Answer(status: status, fields: fields)
    }

    private static func list(_ texts: [String]) -> JSONValue { .array(texts.map { .string($0) }) }

    private static func strings(_ value: JSONValue?) -> [String]? {
        guard let items = value?.arrayValue else { return nil }
        let texts = items.compactMap(\.stringValue)
        return texts.count == items.count ? texts : nil
    }
}

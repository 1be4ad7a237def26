import JSON
import Results

extension ColumnJSON {
    /// `[[method, …], [parameter, …], [[status, [field, …], [null, …], [[place, [word, …]], …]], …]]`; the last two of an
    /// answer are missing when nobody looked.
    static func text(_ exercise: OperationExercise) -> String {
        let answers = exercise.answers.map { answer -> JSONValue in
            let seen: [JSONValue] = [.number(JSONNumber(answer.status)), list(answer.fields)]
            return .array(seen + (answer.values.map(items) ?? []))
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
        guard let third = value[2] else { return OperationExercise.Answer(status: status, fields: fields) }
        guard let nulls = strings(third), let words = words(value[3]) else { return nil }
        let values = OperationExercise.FieldValues(nulls: nulls, words: words)
        return OperationExercise.Answer(status: status, fields: fields, values: values)
    }

    private static func items(_ values: OperationExercise.FieldValues) -> [JSONValue] {
        let words = values.words.sorted { $0.key < $1.key }.map { place, words -> JSONValue in
            [.string(place), list(words)]
        }
        return [list(values.nulls), .array(words)]
    }

    private static func words(_ value: JSONValue?) -> [String: [String]]? {
        guard let items = value?.arrayValue else { return nil }
        var words: [String: [String]] = [:]
        for item in items {
            guard let place = item[0]?.stringValue, let texts = strings(item[1]) else { return nil }
            words[place] = texts
        }
        return words
    }

    private static func list(_ texts: [String]) -> JSONValue { .array(texts.map { .string($0) }) }

    private static func strings(_ value: JSONValue?) -> [String]? {
        guard let items = value?.arrayValue else { return nil }
        let texts = items.compactMap(\.stringValue)
        return texts.count == items.count ? texts : nil
    }
}

import Results

/// Something that the answers of an operation with one status show.
public struct AnswerTrait: Sendable, Hashable {
    /// The sorts of traits.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// The operation answers with the status.
        case status
        /// An answer has the field.
        case field
        /// The field is null in an answer.
        case null
        /// The enumeration has the value in an answer.
        case word
    }

    /// The sort.
    public let kind: Kind
    /// The status.
    public let status: Int
    /// The place of the field, with items as `*`; empty for a status.
    public let place: String
    /// The value of the enumeration; empty for anything else.
    public let word: String

    /// A trait.
    init(_ kind: Kind, status: Int, place: String = "", word: String = "") {
        self.kind = kind
        self.status = status
        self.place = place
        self.word = word
    }
}

extension AnswerTrait: Comparable {
    /// By status, then place, sort and value.
    public static func < (left: AnswerTrait, right: AnswerTrait) -> Bool {
        (left.status, left.place, left.kind.rawValue, left.word)
            < (right.status, right.place, right.kind.rawValue, right.word)
    }
}

extension OperationExercise {
    /// What the answers show.
    var traits: Set<AnswerTrait> {
        answers.reduce(into: []) { traits, answer in
            traits.insert(AnswerTrait(.status, status: answer.status))
            for field in answer.fields { traits.insert(AnswerTrait(.field, status: answer.status, place: field)) }
            for null in answer.values?.nulls ?? [] {
                traits.insert(AnswerTrait(.null, status: answer.status, place: null))
            }
            for (place, words) in answer.values?.words ?? [:] {
                for word in words {
                    traits.insert(AnswerTrait(.word, status: answer.status, place: place, word: word))
                }
            }
        }
    }

    /// The statuses for which somebody looked at what fields hold.
    var inspectedStatuses: Set<Int> { Set(answers.filter { $0.values != nil }.map(\.status)) }
}

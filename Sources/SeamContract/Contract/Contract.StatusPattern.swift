extension Contract {
    /// Which statuses a documented response stands for (OpenAPI 3.0.3, Responses Object).
    public enum StatusPattern: Sendable, Hashable, CustomStringConvertible {
        /// Exactly this status.
        case exact(Int)
        /// Every status that begins with this digit: `4XX`.
        case range(Int)
        /// Every status that no other response stands for.
        case `default`

        /// A pattern from its written form; nil when it is none of `200`, `2XX`, `default`.
        ///
        /// - Parameter text: the written form.
        init?(_ text: String) {
            if text == "default" {
                self = .default
            } else if text.count == 3, text.hasSuffix("XX"), let digit = text.first?.wholeNumberValue,
                (1...5).contains(digit)
            {
                self = .range(digit)
            } else if text.count == 3, let status = Int(text), (100...599).contains(status) {
                self = .exact(status)
            } else {
                return nil
            }
        }

        /// Whether it stands for that status when no more exact pattern does.
        ///
        /// - Parameter status: the status of a response.
        /// - Returns: true when it does.
        public func matches(_ status: Int) -> Bool {
            switch self {
            case .exact(let exact): exact == status
            case .range(let digit): status / 100 == digit
            case .default: true
            }
        }

        /// Whether it stands for success alone: `200`, `2XX`.
        var isSuccess: Bool {
            switch self {
            case .exact(let status): status / 100 == 2
            case .range(let digit): digit == 2
            case .default: false
            }
        }

        /// How exact it is: of several that match a status, the lowest counts.
        var rank: Int {
            switch self {
            case .exact: 0
            case .range: 1
            case .default: 2
            }
        }

        /// The written form.
        public var description: String {
            switch self {
            case .exact(let status): "\(status)"
            case .range(let digit): "\(digit)XX"
            case .default: "default"
            }
        }
    }
}

/// A way in which an operation can change, apart from its schemas.
enum OperationRule: String, Sendable, Hashable, CaseIterable {
    case operationAdded = "operation-added"
    case operationRemoved = "operation-removed"
    case operationDeprecated = "operation-deprecated"
    case operationReinstated = "operation-reinstated"
    case operationDescriptionChanged = "operation-description-changed"
    case methodAdded = "method-added"
    case methodRemoved = "method-removed"
    case requestBodyAdded = "request-body-added"
    case requestBodyRemoved = "request-body-removed"
    case requestRequiredBodyAdded = "request-required-body-added"
    case requestRequiredBodyRemoved = "request-required-body-removed"
    case requestBodyBecameRequired = "request-body-became-required"
    case requestBodyBecameOptional = "request-body-became-optional"
    case requestContentTypeAdded = "request-content-type-added"
    case requestContentTypeRemoved = "request-content-type-removed"
    case requestParameterStyleChanged = "request-parameter-style-changed"
    case responseSuccessStatusAdded = "response-success-status-added"
    case responseSuccessStatusRemoved = "response-success-status-removed"
    case responseErrorStatusAdded = "response-error-status-added"
    case responseErrorStatusRemoved = "response-error-status-removed"
    case responseStatusRangeNarrowed = "response-status-range-narrowed"
    case responseStatusRangeWidened = "response-status-range-widened"
    case responseBodyAdded = "response-body-added"
    case responseBodyRemoved = "response-body-removed"
    case responseContentTypeAdded = "response-content-type-added"
    case responseContentTypeRemoved = "response-content-type-removed"
    case responseKeyAdded = "response-key-added"
    case responseKeyRemoved = "response-key-removed"
    case responseKeyChanged = "response-key-changed"
    case securityAdded = "security-added"
    case securityRemoved = "security-removed"
    case securityScopeAdded = "security-scope-added"
    case securityScopeRemoved = "security-scope-removed"
    case securitySchemeChanged = "security-scheme-changed"
}

extension OperationRule {
    /// How bad it is for both sides.
    var impact: Impact {
        switch self {
        case .operationDeprecated, .operationReinstated, .operationDescriptionChanged, .responseKeyAdded:
            Impact(client: .harmless, vendor: .harmless)
        case .operationAdded, .methodAdded, .requestBodyBecameOptional, .requestContentTypeAdded,
            .responseErrorStatusRemoved, .responseBodyAdded, .securityAdded, .securityScopeRemoved:
            Impact(client: .harmless, vendor: .breaking)
        case .operationRemoved, .methodRemoved, .requestBodyRemoved, .requestContentTypeRemoved, .responseBodyRemoved,
            .responseKeyRemoved:
            Impact(client: .breaking, vendor: .harmless)
        case .requestBodyAdded, .responseStatusRangeNarrowed: Impact(client: .harmless, vendor: .risky)
        case .requestRequiredBodyAdded, .requestBodyBecameRequired, .securityRemoved, .securityScopeAdded:
            Impact(client: .breaking, vendor: .risky)
        case .requestRequiredBodyRemoved, .requestParameterStyleChanged, .responseSuccessStatusRemoved,
            .responseContentTypeRemoved, .responseKeyChanged, .securitySchemeChanged:
            Impact(client: .breaking, vendor: .breaking)
        case .responseSuccessStatusAdded, .responseErrorStatusAdded, .responseStatusRangeWidened,
            .responseContentTypeAdded:
            Impact(client: .risky, vendor: .harmless)
        }
    }

    /// What it says, for the table of rules.
    var summary: String {
        switch self {
        case .operationAdded: "a path is new"
        case .operationRemoved: "a path is gone"
        case .operationDeprecated: "a method of a path is marked as deprecated"
        case .operationReinstated: "a method of a path is no longer marked as deprecated"
        case .operationDescriptionChanged:
            "the summary or description of a method or of one of its statuses has changed"
        case .methodAdded: "a path takes one more method"
        case .methodRemoved: "a path no longer takes a method"
        case .requestBodyAdded: "a request may have a body, where it had none"
        case .requestBodyRemoved: "a request has no body any more, where it could have one"
        case .requestRequiredBodyAdded: "a request must have a body, where it had none"
        case .requestRequiredBodyRemoved: "a request has no body any more, where it had to have one"
        case .requestBodyBecameRequired: "a request must have a body, where it could have one"
        case .requestBodyBecameOptional: "a request may have a body, where it had to have one"
        case .requestContentTypeAdded: "a request may have one more content type"
        case .requestContentTypeRemoved: "a request may no longer have a content type"
        case .requestParameterStyleChanged:
            "a parameter is written in another way (`style`, `explode`, `allowReserved`)"
        case .responseSuccessStatusAdded: "one more 2xx status is documented"
        case .responseSuccessStatusRemoved: "a 2xx status is no longer documented"
        case .responseErrorStatusAdded: "one more status other than 2xx is documented"
        case .responseErrorStatusRemoved: "a status other than 2xx is no longer documented"
        case .responseStatusRangeNarrowed: "of a range of statuses, such as 2XX, only some are documented any more"
        case .responseStatusRangeWidened: "a whole range of statuses, such as 2XX, is documented, where only some were"
        case .responseBodyAdded: "a body is documented for a status that had none"
        case .responseBodyRemoved: "no body is documented any more for a status that had one"
        case .responseContentTypeAdded: "an answer may have one more content type"
        case .responseContentTypeRemoved: "an answer no longer has a content type"
        case .responseKeyAdded: "`x-response-key` names the member that an answer is about, where nothing did"
        case .responseKeyRemoved: "`x-response-key` no longer names the member that an answer is about"
        case .responseKeyChanged: "`x-response-key` names another member"
        case .securityAdded: "one more way to authorize a call is accepted, or none is needed"
        case .securityRemoved: "a way to authorize a call is no longer accepted, or one is now needed"
        case .securityScopeAdded: "a way to authorize a call needs one more scope"
        case .securityScopeRemoved: "a way to authorize a call needs one scope less"
        case .securitySchemeChanged: "a credential is sent in another way"
        }
    }

    /// The rule that the same change is under when old and new change places.
    var mirror: OperationRule {
        Self.mirrors[self] ?? self
    }

    /// Every rule that has another as its mirror.
    private static let mirrors: [OperationRule: OperationRule] = {
        let pairs: [(OperationRule, OperationRule)] = [
            (.operationAdded, .operationRemoved),
            (.operationDeprecated, .operationReinstated),
            (.methodAdded, .methodRemoved),
            (.requestBodyAdded, .requestBodyRemoved),
            (.requestRequiredBodyAdded, .requestRequiredBodyRemoved),
            (.requestBodyBecameRequired, .requestBodyBecameOptional),
            (.requestContentTypeAdded, .requestContentTypeRemoved),
            (.responseSuccessStatusAdded, .responseSuccessStatusRemoved),
            (.responseErrorStatusAdded, .responseErrorStatusRemoved),
            (.responseStatusRangeNarrowed, .responseStatusRangeWidened),
            (.responseBodyAdded, .responseBodyRemoved),
            (.responseContentTypeAdded, .responseContentTypeRemoved),
            (.responseKeyAdded, .responseKeyRemoved),
            (.securityAdded, .securityRemoved),
            (.securityScopeAdded, .securityScopeRemoved),
        ]
        return Dictionary(uniqueKeysWithValues: pairs + pairs.map { ($1, $0) })
    }()
}

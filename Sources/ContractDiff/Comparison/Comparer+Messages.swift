import JSON
import JSONSchema

extension Comparer {
    /// Compares request bodies.
    mutating func compareBodies(_ old: MessageView?, _ new: MessageView?) throws(DifferenceError) {
        let trail = Trail("request")
        switch (old, new) {
        case (nil, nil): break
        case (nil, let new?):
            note(
                Rule(new.isRequired ? .requestRequiredBodyAdded : .requestBodyAdded),
                at: trail,
                new: Evidence(new.place),
                new.isRequired ? "a request must have a body now" : "a request may have a body now"
            )
        case (let old?, nil):
            note(
                Rule(old.isRequired ? .requestRequiredBodyRemoved : .requestBodyRemoved),
                at: trail,
                old: Evidence(old.place),
                "a request has no body any more"
            )
        case (let old?, let new?):
            if old.isRequired != new.isRequired {
                note(
                    Rule(new.isRequired ? .requestBodyBecameRequired : .requestBodyBecameOptional),
                    at: trail,
                    old: Evidence(old.place),
                    new: Evidence(new.place),
                    new.isRequired ? "the body must be there now" : "the body need not be there any more"
                )
            }
            try compareContents(
                old.contents,
                new.contents,
                at: trail,
                .request,
                (.requestContentTypeAdded, .requestContentTypeRemoved)
            )
        }
    }

    /// Compares the answers; a status that is listed on one side only is compared with what stands for it on the other.
    mutating func compareResponses(
        _ old: [String: MessageView],
        _ new: [String: MessageView]
    ) throws(DifferenceError) {
        for status in Set(old.keys).union(new.keys).sorted() {
            let trail = Trail("response").member(status)
            let isSuccess = status.hasPrefix("2")
            switch (old[status] ?? old.answer(for: status), new[status] ?? new.answer(for: status)) {
            case (nil, nil): break
            case (nil, let widened?) where !old.statuses(in: status).isEmpty:
                let known = old.statuses(in: status).joined(separator: ", ")
                let sentence = "all statuses \(status) are documented now (were \(known))"
                note(Rule(.responseStatusRangeWidened), at: trail, new: Evidence(widened.place), sentence)
            case (let narrowed?, nil) where !new.statuses(in: status).isEmpty:
                let left = new.statuses(in: status).joined(separator: ", ")
                let sentence =
                    "of the statuses \(status) only \(left) \(left.contains(",") ? "are" : "is") documented now"
                note(Rule(.responseStatusRangeNarrowed), at: trail, old: Evidence(narrowed.place), sentence)
            case (nil, let new?):
                let rule: OperationRule = isSuccess ? .responseSuccessStatusAdded : .responseErrorStatusAdded
                note(Rule(rule), at: trail, new: Evidence(new.place), "status \(status) is documented now")
            case (let old?, nil):
                let rule: OperationRule = isSuccess ? .responseSuccessStatusRemoved : .responseErrorStatusRemoved
                note(Rule(rule), at: trail, old: Evidence(old.place), "status \(status) is no longer documented")
            case (let old?, let new?): try compare(old, new, at: trail)
            }
        }
    }

    private mutating func compare(
        _ old: MessageView,
        _ new: MessageView,
        at trail: Trail
    ) throws(DifferenceError) {
        compareNotes(
            old.description.map { ["description": $0] } ?? [:],
            new.description.map { ["description": $0] } ?? [:],
            at: trail
        )
        try compareProperties(old.headers, new.headers, under: trail.member("header"), .response)
        switch (old.contents.isEmpty, new.contents.isEmpty) {
        case (true, true): break
        case (true, false):
            note(Rule(.responseBodyAdded), at: trail, new: Evidence(new.place), "an answer has a body now")
        case (false, true):
            note(Rule(.responseBodyRemoved), at: trail, old: Evidence(old.place), "an answer has no body any more")
        case (false, false):
            try compareContents(
                old.contents,
                new.contents,
                at: trail,
                .response,
                (.responseContentTypeAdded, .responseContentTypeRemoved)
            )
        }
    }

    private mutating func compareContents(
        _ old: [MessageView.Content],
        _ new: [MessageView.Content],
        at trail: Trail,
        _ direction: Direction,
        _ rules: (added: OperationRule, removed: OperationRule)
    ) throws(DifferenceError) {
        for after in new where !old.contains(where: { $0.type == after.type }) {
            note(
                Rule(rules.added),
                at: trail.part(after.type),
                new: Evidence(after.place),
                "content type \(after.type) is new"
            )
        }
        for before in old {
            guard let after = new.first(where: { $0.type == before.type }) else {
                note(
                    Rule(rules.removed),
                    at: trail.part(before.type),
                    old: Evidence(before.place),
                    "content type \(before.type) is gone"
                )
                continue
            }
            try enqueue(
                SchemaPair(
                    old: before.conjuncts,
                    new: after.conjuncts,
                    trail: before.type == "application/json" ? trail : trail.part(before.type),
                    direction: direction
                )
            )
        }
    }
}

extension [String: MessageView] {
    /// The statuses that are listed one by one of a range such as `2XX`, in their order; empty for what is no range.
    fileprivate func statuses(in range: String) -> [String] {
        guard range.hasSuffix("XX"), let digit = range.first else { return [] }
        return keys.filter { $0.first == digit && $0 != range && Int($0) != nil }.sorted()
    }

    /// What stands for a status that is not listed: its range, else the default (OpenAPI 3.0.3, Responses Object).
    fileprivate func answer(for status: String) -> MessageView? {
        guard let digit = status.first, digit.isNumber else { return nil }
        return (status.hasSuffix("XX") ? nil : self["\(digit)XX"]) ?? self["default"]
    }
}

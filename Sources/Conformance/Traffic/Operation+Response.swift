package import SeamContract

extension Contract.Operation {
    /// Holds a response against what is documented for its status.
    ///
    /// - Parameters:
    ///   - body: the body.
    ///   - status: the status.
    ///   - contentType: the media type as it was sent; nil or empty when it isn't known.
    /// - Returns: what is wrong, and what could not be judged.
    package func judgement(ofResponse body: RecordedBody, status: Int, contentType: String? = nil) -> ContractJudgement
    {
        var judgement = ContractJudgement()
        guard let documented = response(for: status) else {
            judgeUndocumented(status, &judgement)
            return judgement
        }
        guard let schema = documented.schema else {
            judgement.isJudged = false
            judgement.remarks.append("the contract describes no body for status \(status)")
            return judgement
        }
        if let contentType, !contentType.isEmpty, !contentType.isJSONType {
            let fault = ContractJudgement.Fault(
                code: "contentType",
                message: "expected a JSON body, found content type \(contentType.prefix(80))"
            )
            judgement.faults.append(fault)
            return judgement
        }
        switch body {
        case .json(let text): judgement.hold(text, against: schema)
        case .empty: judgement.faults.append(.init(code: "empty", message: "expected a JSON body, found none"))
        case .malformed(let error): judgement.faults.append(.init(error))
        case .unknown(let reason):
            judgement.isJudged = false
            judgement.remarks.append(reason)
        }
        return judgement
    }

    /// Judges a status that the document does not list.
    private func judgeUndocumented(_ status: Int, _ judgement: inout ContractJudgement) {
        judgement.isJudged = !mayAnswer(status)
        guard judgement.isJudged else {
            judgement.remarks.append("status \(status) is not in the contract, but known to come")
            return
        }
        let documented = responses.map(\.status.description).joined(separator: ", ")
        let fault = ContractJudgement.Fault(
            code: "status",
            message: "the contract does not document status \(status)"
                + (documented.isEmpty ? "" : " (expected one of \(documented))")
        )
        judgement.faults.append(fault)
    }
}

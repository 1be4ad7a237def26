import JSON
import Results
import Scenarios
import SeamContract

extension CaseRun {
    /// Reports a `create` whose response names something that was there before.
    ///
    /// What a create makes is new, so its id can't have been in a response before the request was sent. The requirement is the
    /// one that the catalogue names for the object of that response; without one, nothing is told.
    /// - Parameters:
    ///   - reply: what came of the call.
    ///   - call: the call.
    ///   - label: where it belongs.
    ///   - moment: the moment just before it was sent.
    mutating func tellIfOld(_ reply: Reply, of call: PreparedCall, label: ExchangeLabel, at moment: Sightings.Moment) {
        guard OperationEffect.verb(of: call.path) == "create", label.phase != .cleanup else { return }
        for member in reply.answer?.body?.objectValue?.members ?? [] {
            guard let id = member.value[member.key + "_id"]?.stringValue,
                context.ownership.hasSeen(id, before: moment)
            else { continue }
            let requirement = context.catalogue.requirements.first {
                $0.id.hasSuffix("-CREATE") && $0.schemas.contains("." + member.key)
            }?.id
            // Nothing that is written says that other things are new.
            guard let requirement else { continue }
            tally.weigh([requirement], isBroken: true)
            tell(
                Finding(
                    code: "ownership.notNew",
                    requirements: [requirement],
                    severity: context.catalogue.severity(of: [requirement]),
                    step: label.step,
                    exchange: reply.ordinal,
                    operation: label.operation,
                    place: "/\(member.key)/\(member.key)_id",
                    message:
                        "\(call.path) answers with \(member.key)_id \(id), which an earlier response showed already",
                    expected: "a new id",
                    actual: id
                )
            )
        }
    }
}

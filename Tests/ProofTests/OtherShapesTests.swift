import BundledSuite
import Proof
import Results
import Scenarios
import Testing

@Suite("Endpoints of another form")
struct OtherShapesTests {
    @Test("break no requirement but those that are about that form", arguments: Shape.all)
    func onlyTheForm(shape: Shape) async throws {
        let trial = try ProofTests.trial().sample(oneIn: 3) { !shape.breaks.isDisjoint(with: $0.requirementIDs) }
        let record = try #require(try await trial.record(faults: [], behind: shape.front()))
        #expect(record.ending?.reason == .complete)
        for item in record.cases {
            if item.result?.verdict == .skipped, EveryResponse.isOne(item.header.id) { continue }
            let findings = item.findings.filter { !shape.breaks.isSuperset(of: $0.requirements) }
            let told = findings.map { "\($0.requirements) \($0.step): \($0.message)" }
            #expect(told == [], "\(item.header.id): \(item.result?.reason ?? "")")
            let result = item.result
            let isTold = result?.reason.hasPrefix("because of every-response[") == true
            let isDismissed = result?.verdict == .notApplicable || result?.verdict == .skipped && result?.cause != nil
            let isJudged = result?.verdict.isJudgement == true
            #expect(isJudged || isDismissed || isTold, "\(item.header.id): \(result?.reason ?? "")")
        }
        let broken = Set(record.cases.flatMap(\.findings).flatMap(\.requirements))
        #expect(broken == shape.breaks)
        #expect(Set(record.cases.compactMap(\.result?.cause?.operation)) == shape.causes)
        let isWhole = !record.cases.contains { $0.result?.verdict == .notApplicable }
        #expect(isWhole == shape.absent.isEmpty)
    }
}

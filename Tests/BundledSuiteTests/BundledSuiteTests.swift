import Conformance
import ReferenceServer
import Scenarios
import SeamContract
import Testing

@Suite("The bundled suite")
struct BundledSuiteTests {
    @Test("cases of shape are those that say something of a mock, too")
    func shape() throws {
        let plan = Plan(try BundledFiles.read().library, selection: Selection(isOfShape: true))
        let ids = Set(plan.cases.map(\.id))
        #expect(ids.count > 300)
        #expect(ids.contains("authorization-refused[operation=/user_identities/create]"))
        #expect(plan.leftOut.allSatisfy { $0.reason == .only })
        #expect(plan.leftOut.contains { $0.item.id == "identity-create-echo" })
    }

    @Test("every file is read without a problem")
    func decodes() throws {
        #expect(try BundledFiles.read().library.cases.count >= 60)
    }

    @Test("every requirement that an endpoint must keep is proven by a case, or looked at on every exchange")
    func requirementsAreProven() throws {
        let files = try BundledFiles.read()
        let proven = files.proven.union(AutomaticChecks.requirementIDs(in: files.catalogue))
        let unproven = files.catalogue.requirements
            .filter { $0.level == .must && $0.notTested == nil && !proven.contains($0.id) }
        #expect(unproven.map(\.id) == [])
    }

    @Test("every fault breaks a requirement of the catalogue, and one that is tested")
    func faultsBreakRequirements() throws {
        let catalogue = try BundledFiles.read().catalogue
        let strange = Fault.all.filter {
            catalogue[$0.requirement]?.notTested != nil || catalogue[$0.requirement] == nil
        }
        #expect(strange.map(\.id) == [])
    }

    @Test("a requirement that is said to be not tested has no case")
    func notTestedIsTrue() throws {
        let files = try BundledFiles.read()
        let tested = files.catalogue.requirements.filter { $0.notTested != nil && files.proven.contains($0.id) }
        #expect(tested.map(\.id) == [])
    }
}

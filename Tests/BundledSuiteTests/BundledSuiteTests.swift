import Scenarios
import SeamContract
import Testing

@Suite("The bundled suite")
struct BundledSuiteTests {
    @Test("every file is read without a problem")
    func decodes() throws {
        #expect(try BundledFiles.library().cases.count >= 60)
    }

    @Test("every requirement of a level is proven by a case, or looked at on every exchange", arguments: [Level.must])
    func requirementsAreProven(level: Level) throws {
        let proven = try BundledFiles.proven().union(BundledFiles.checkedAlways)
        let unproven = try BundledFiles.catalogue().requirements
            .filter { $0.level == level && $0.notTested == nil && !proven.contains($0.id) }
        #expect(unproven.map(\.id) == [])
    }

    @Test("a requirement that is said to be not tested has no case")
    func notTestedIsTrue() throws {
        let proven = try BundledFiles.proven()
        let tested = try BundledFiles.catalogue().requirements.filter { $0.notTested != nil && proven.contains($0.id) }
        #expect(tested.map(\.id) == [])
    }
}

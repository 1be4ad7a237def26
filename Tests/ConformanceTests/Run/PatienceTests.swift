import Scenarios
import Testing

@testable import Conformance

/// Waits are as long as they have to be, and no longer.
struct PatienceTests {
    private static let polling = Polling(within: .seconds(30))

    @Test("A step waits as long as its scenario says until ten things have come about, and then a tenth of it")
    func settled() {
        let patience = Patience()
        for _ in 1..<Patience.settledCount { patience.noteSettled(after: .zero) }
        #expect(patience.limit(of: Self.polling, for: ["A"]) == .seconds(30))
        patience.noteSettled(after: .zero)
        #expect(patience.limit(of: Self.polling, for: ["A"]) == .seconds(3))
    }

    @Test("An endpoint that is slow is waited for in proportion, and never longer than the scenario says")
    func slow() {
        let patience = Patience()
        for _ in 0..<Patience.settledCount { patience.noteSettled(after: .seconds(2)) }
        #expect(patience.limit(of: Self.polling, for: ["A"]) == .seconds(10))
        patience.noteSettled(after: .seconds(20))
        #expect(patience.limit(of: Self.polling, for: ["A"]) == .seconds(30))
    }

    @Test("What was waited for in vain is waited for shortly after that, and other causes as before")
    func lasting() {
        let patience = Patience()
        patience.noteLasting(["A"])
        #expect(patience.limit(of: Self.polling, for: ["A"]) == .milliseconds(500))
        #expect(patience.limit(of: Self.polling, for: ["A", "B"]) == .seconds(30))
        #expect(patience.limit(of: Self.polling, for: []) == .seconds(30))
    }
}

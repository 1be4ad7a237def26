import Results
import Testing
import Timestamps

@Suite("Count of what a run created")
struct CleanupTests {
    private static func leftover(_ namespace: String, _ reason: String, _ count: Int, _ names: [String])
        -> Cleanup.Leftover
    {
        Cleanup.Leftover(namespace: namespace, reason: reason, count: count, names: names)
    }

    @Test("what is deleted and what is left make up what was created")
    func counts() {
        var cleanup = Cleanup()
        #expect(cleanup.created == 0 && cleanup.deleted == 0 && cleanup.left == 0)
        cleanup.noteDeleted()
        cleanup.noteLeft("a 1", of: "/a", because: "so")
        cleanup.noteLeft("a 2", of: "/a", because: "so")
        cleanup.noteLeft("a 3", of: "/a", because: "or so")
        cleanup.noteLeft("b 1", of: "/b", because: "so")
        #expect(cleanup.created == 5 && cleanup.deleted == 1 && cleanup.left == 4)
        #expect(
            cleanup.leftovers == [
                Self.leftover("/a", "so", 2, ["a 1", "a 2"]), Self.leftover("/a", "or so", 1, ["a 3"]),
                Self.leftover("/b", "so", 1, ["b 1"]),
            ]
        )
    }

    @Test("of things left for one reason the first names are kept, and all are counted")
    func names() {
        var cleanup = Cleanup()
        for number in 1...Cleanup.nameLimit + 3 { cleanup.noteLeft("a \(number)", of: "/a", because: "so") }
        #expect(cleanup.leftovers.map(\.count) == [Cleanup.nameLimit + 3])
        #expect(cleanup.leftovers.first?.names == (1...Cleanup.nameLimit).map { "a \($0)" })
    }

    @Test("past the most reasons that are told apart, further ones count under the last")
    func reasons() {
        var cleanup = Cleanup()
        for number in 1...Cleanup.leftoverLimit + 3 { cleanup.noteLeft("a", of: "/a", because: "reason \(number)") }
        #expect(cleanup.leftovers.count == Cleanup.leftoverLimit)
        #expect(cleanup.leftovers.last?.count == 4)
        #expect(cleanup.leftovers.last?.reason == "reason \(Cleanup.leftoverLimit)")
        #expect(cleanup.left == Cleanup.leftoverLimit + 3 && cleanup.created == cleanup.left)
    }

    @Test("the counts of parts add up, reason by reason")
    func adding() {
        var sum = Cleanup(created: 3, deleted: 1, leftovers: [Self.leftover("/a", "so", 2, ["1", "2"])])
        sum.add(
            Cleanup(
                created: 9,
                deleted: 2,
                leftovers: [Self.leftover("/b", "so", 1, []), Self.leftover("/a", "so", 6, ["3", "4", "5", "6"])]
            )
        )
        #expect(
            sum
                == Cleanup(
                    created: 12,
                    deleted: 3,
                    leftovers: [
                        Self.leftover("/a", "so", 8, ["1", "2", "3", "4", "5"]), Self.leftover("/b", "so", 1, []),
                    ]
                )
        )
        var same = sum
        same.add(Cleanup())
        #expect(same == sum)
    }

    @Test("an ending takes in what reruns created, also when it counted nothing itself")
    func reruns() {
        let at = Timestamp(nanoseconds: 0)
        let none = RunEnding(reason: .complete, finishedAt: at)
        let some = RunEnding(reason: .complete, message: "m", finishedAt: at, cleanup: Cleanup(created: 2, deleted: 2))
        #expect(none.adding(Cleanup(created: 1, deleted: 1)).cleanup == Cleanup(created: 1, deleted: 1))
        #expect(
            some.adding(Cleanup(created: 1))
                == RunEnding(reason: .complete, message: "m", finishedAt: at, cleanup: Cleanup(created: 3, deleted: 2))
        )
    }

    @Test("What was left and then found is taken back, with its name, also where its reason counts under the last")
    func takenBack() {
        var cleanup = Cleanup()
        cleanup.noteLeft("a 1", of: "/a", because: "unknown")
        cleanup.noteLeft("a 2", of: "/a", because: "unknown")
        cleanup.takeBackLeft("a 1", of: "/a", because: "unknown")
        let rest = Cleanup.Leftover(namespace: "/a", reason: "unknown", count: 1, names: ["a 2"])
        #expect(cleanup == Cleanup(created: 1, leftovers: [rest]))
        cleanup.takeBackLeft("a 2", of: "/a", because: "another")
        #expect(cleanup == Cleanup())
        cleanup.takeBackLeft("a 2", of: "/a", because: "unknown")
        #expect(cleanup == Cleanup())
    }
}

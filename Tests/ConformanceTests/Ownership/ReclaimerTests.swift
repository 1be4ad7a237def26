import JSON
import Results
import Scenarios
import Synchronization
import Testing
import Timestamps

@testable import Conformance  // what deletes is not public

@Suite("Reclaimer")
struct ReclaimerTests {
    /// An endpoint that a test makes up.
    private final class Fake: Sendable {
        private let asked = Mutex<[String]>([])
        private let replies: @Sendable (String) -> CleanupReply

        /// An endpoint.
        ///
        /// - Parameter replies: what it says to a question, such as `/acs/users/get u1`.
        init(_ replies: @escaping @Sendable (String) -> CleanupReply) {
            self.replies = replies
        }

        /// What it was asked, in order.
        var questions: [String] { asked.withLock(\.self) }

        func reply(to question: CleanupQuestion) -> CleanupReply {
            let text = ([question.path] + question.parameters.values.map { $0.stringValue ?? "" }).joined(
                separator: " "
            )
            asked.withLock { $0.append(text) }
            return replies(text)
        }
    }

    private static let values = GeneratedValues(seed: 7, caseID: "a", count: 2)
    private static let mark = GeneratedValues.first(seed: 7, caseID: "a")
    private static let gone = CleanupReply.response(status: 404, json: nil)
    private static let done = CleanupReply.response(status: 200, json: ["ok": true])

    private static func shown(_ property: String, _ id: String, _ members: JSONObject = [:]) -> CleanupReply {
        var all: JSONObject = [property + "_id": .string(id)]
        for member in members.members { all[member.key] = member.value }
        return .response(status: 200, json: [property: .object(all)])
    }

    private static func ours(_ id: String) -> CleanupReply {
        shown(
            "user_identity",
            id,
            ["full_name": .string("Ann \(mark)"), "user_identity_key": .string(mark), "acs_user_ids": []]
        )
    }

    private static func list(_ ids: [(id: String, name: String)], hasNext: Bool = false) -> CleanupReply {
        let items = ids.map { item -> JSONValue in
            ["user_identity_id": .string(item.id), "full_name": .string(item.name)]
        }
        return .response(
            status: 200,
            json: ["user_identities": .array(items), "pagination": ["has_next_page": .bool(hasNext)]]
        )
    }

    private static func claim(
        _ namespace: String,
        _ parameter: String,
        _ id: String,
        mark: OwnershipClaim.Mark = .generatedValue,
        sent: [GeneratedParameter] = [],
        entry: Int64? = nil,
        moment: Sightings.Moment = 0
    ) -> OwnershipClaim {
        let handle = Resource.Handle.id(parameter: parameter, value: id)
        let resource = Resource(namespace: namespace, handle: handle, credential: .own)
        return OwnershipClaim(resource: resource, moment: moment, mark: mark, sent: sent, entry: entry)
    }

    private static func identity(
        _ id: String,
        mark: OwnershipClaim.Mark = .generatedValue,
        sent: [GeneratedParameter] = [],
        entry: Int64? = nil,
        moment: Sightings.Moment = 0
    ) -> OwnershipClaim {
        claim(Ledger.identities, "user_identity_id", id, mark: mark, sent: sent, entry: entry, moment: moment)
    }

    private static let sentName = [GeneratedParameter(name: "full_name", value: "Ann \(mark)")]

    private static func lost(
        _ sent: [GeneratedParameter],
        path: String = "/user_identities/create",
        identityID: String? = nil,
        wasAnswered: Bool = true
    ) -> LostCreation {
        LostCreation(
            path: path,
            sent: sent,
            identityID: identityID,
            moment: 0,
            credential: .own,
            entry: 1,
            wasAnswered: wasAnswered
        )
    }

    /// What shows which users belong to an identity, and whether that may be deleted.
    struct Belonging: Sendable, CustomTestStringConvertible {
        let title: String
        let shown: JSONValue?
        let listed: JSONValue?
        let isDeletable: Bool
        var testDescription: String { title }
    }

    static let belongings = [
        Belonging(title: "get names none, and the list names one", shown: [], listed: ["u9"], isDeletable: false),
        Belonging(title: "get says nothing, and the list names one", shown: nil, listed: ["u9"], isDeletable: false),
        Belonging(title: "get says nothing, and the list can't be read", shown: nil, listed: nil, isDeletable: false),
        Belonging(title: "get names none, and the list can't be read", shown: [], listed: nil, isDeletable: true),
        Belonging(title: "get says nothing, and the list names none", shown: nil, listed: [], isDeletable: true),
        Belonging(title: "the list names one of another identity", shown: [], listed: ["u8"], isDeletable: true),
    ]

    @Test(
        "Where users may have been put to an identity, its list of users counts beside what get names",
        arguments: belongings
    )
    func belonging(_ belonging: Belonging) async throws {
        let fake = Fake { question in
            switch question {
            case "/user_identities/get i1":
                Self.shown(
                    "user_identity",
                    "i1",
                    belonging.shown.map { ["full_name": .string("Ann \(Self.mark)"), "acs_user_ids": $0] }
                        ?? ["full_name": .string("Ann \(Self.mark)")]
                )
            case "/user_identities/list_acs_users i1":
                belonging.listed.map { ids in
                    let users = (ids.arrayValue ?? []).map { id -> JSONValue in ["acs_user_id": id] }
                    return .response(status: 200, json: ["acs_users": .array(users)])
                } ?? .response(status: 500, json: nil)
            case "/acs/users/get u9": Self.shown("acs_user", "u9", ["user_identity_id": "i1", "full_name": "Bob"])
            case "/acs/users/get u8": Self.shown("acs_user", "u8", ["user_identity_id": "i8", "full_name": "Bob"])
            default: Self.done
            }
        }
        let settlements = try await Self.settle([Self.identity("i1")], mayHaveLinkedUsers: true, at: fake)
        #expect(fake.questions.count { $0 == "/user_identities/list_acs_users i1" } == 1)
        #expect(fake.questions.contains("/user_identities/delete i1") == belonging.isDeletable)
        #expect(settlements.map(\.isSettled) == [belonging.isDeletable])
    }

    @Test("Where another run may have the same values, nothing is deleted of more than was made")
    func shared() async throws {
        for (ids, isDeleted) in [(["i1"], true), (["i1", "i2"], false)] {
            let fake = Fake { question in
                switch question {
                case "/user_identities/list Ann \(Self.mark)": Self.list(ids.map { ($0, "Ann \(Self.mark)") })
                case "/user_identities/get i1", "/user_identities/get i2": Self.ours(String(question.suffix(2)))
                default: Self.done
                }
            }
            let settlements = try await Self.settle([], lost: [Self.lost(Self.sentName)], isShared: true, at: fake)
            #expect(settlements.map(\.isSettled) == [isDeleted])
            #expect(fake.questions.contains { $0.contains("/delete ") } == isDeleted)
        }
    }

    @Test("That a list without word of a further page is whole settles no lost create")
    func listWithoutPages() async throws {
        let cases: [(JSONValue, Reclamation.Outcome)] = [
            (["has_next_page": false], .notCreated), ([:], Self.unsearchable), (.null, Self.unsearchable),
            (["has_next_page": "no"], Self.unsearchable),
        ]
        for (pagination, outcome) in cases {
            let fake = Fake { _ in
                .response(status: 200, json: ["user_identities": [], "pagination": pagination])
            }
            var creation = Self.lost([])
            creation.window = Timestamp(milliseconds: 0)...Timestamp(milliseconds: 1)
            #expect(try await Self.settle([], lost: [creation], at: fake).map(\.outcome) == [outcome])
        }
    }

    /// What becomes of claims at an endpoint.
    private static func settle(
        _ claims: [OwnershipClaim],
        lost: [LostCreation] = [],
        unknownUsers: Set<String> = [],
        ownership: RunOwnership = RunOwnership(),
        mayBeGone: Bool = false,
        verifies: Bool = false,
        mayHaveLinkedUsers: Bool = false,
        isShared: Bool = false,
        at fake: Fake
    ) async throws -> [Reclamation] {
        var reclaimer = Reclaimer(
            ownership: ownership,
            values: values,
            contract: try TestSuite.contract.get(),
            begin: nil,
            mayBeGone: mayBeGone,
            verifies: verifies,
            mayHaveLinkedUsers: mayHaveLinkedUsers,
            isShared: isShared
        )
        return await reclaimer.settle(
            claims,
            lost: lost,
            identitiesWithUnknownUsers: unknownUsers,
            asking: fake.reply
        )
    }

    @Test(
        "Users and sessions are deleted before the identities that they belong to, newest first, each after it was proven"
    )
    func order() async throws {
        let fake = Fake { question in
            switch question {
            case "/user_identities/get i1", "/user_identities/get i2": Self.ours(String(question.suffix(2)))
            case "/acs/users/get u1": Self.shown("acs_user", "u1", ["user_identity_id": "i1"])
            case "/client_sessions/get s1": Self.shown("client_session", "s1", ["user_identity_ids": ["i1", "i2"]])
            default: Self.done
            }
        }
        let claims = [
            Self.identity("i1"), Self.claim(Ledger.users, "acs_user_id", "u1", mark: .parent), Self.identity("i2"),
            Self.claim("/client_sessions", "client_session_id", "s1", mark: .parent),
        ]
        let settlements = try await Self.settle(claims, at: fake)
        #expect(
            fake.questions == [
                "/user_identities/get i2", "/user_identities/get i1", "/client_sessions/get s1",
                "/client_sessions/delete s1",
                "/acs/users/get u1", "/acs/users/delete u1", "/user_identities/delete i2", "/user_identities/delete i1",
            ]
        )
        #expect(settlements.count == 4 && settlements.allSatisfy { $0.outcome == .deleted })
    }

    @Test("What belongs to somebody else, or shows nothing of ours, is left")
    func foreign() async throws {
        let fake = Fake { question in
            switch question {
            case "/user_identities/get i1": Self.shown("user_identity", "i1", ["full_name": "Bob"])
            case "/acs/users/get u1": Self.shown("acs_user", "u1", ["user_identity_id": "i9"])
            default: Self.done
            }
        }
        let claims = [Self.identity("i1"), Self.claim(Ledger.users, "acs_user_id", "u1", mark: .parent)]
        let settlements = try await Self.settle(claims, at: fake)
        #expect(fake.questions == ["/user_identities/get i1", "/acs/users/get u1"])
        #expect(
            settlements.map(\.outcome) == [
                .left("get showed none of the values generated for it"),
                .left("get did not show an identity of this run with it"),
            ]
        )
    }

    @Test("Of what nothing can show whose it is nothing is asked")
    func nothingToShow() async throws {
        let fake = Fake { _ in Self.done }
        let settlements = try await Self.settle([Self.identity("i1", mark: .nothing)], at: fake)
        #expect(fake.questions == [])
        #expect(settlements.map(\.outcome) == [.left(OwnershipProof.nothingToShow)])
    }

    @Test("Users that an identity of ours may have are listed, and only those that belong to it are deleted")
    func unknownUsers() async throws {
        let fake = Fake { question in
            switch question {
            case "/user_identities/get i1": Self.ours("i1")
            case "/user_identities/list_acs_users i1":
                .response(status: 200, json: ["acs_users": [["acs_user_id": "u1"], ["acs_user_id": "u2"], ["a": 1]]])
            case "/acs/users/get u1": Self.shown("acs_user", "u1", ["user_identity_id": "i1"])
            case "/acs/users/get u2": Self.shown("acs_user", "u2", ["user_identity_id": "i9"])
            default: Self.done
            }
        }
        _ = try await Self.settle([Self.identity("i1")], unknownUsers: ["i1"], at: fake)
        let deletions = fake.questions.filter { $0.contains("/delete ") }
        #expect(deletions == ["/acs/users/delete u1", "/user_identities/delete i1"])
    }

    @Test("A key only leads to an id: what does not show our values under that id is left")
    func keyOfAnother() async throws {
        let fake = Fake { question in
            switch question {
            case "/user_identities/get \(Self.mark)": Self.ours("i9")
            case "/user_identities/get i9": Self.shown("user_identity", "i9", ["full_name": "Alice"])
            default: Self.done
            }
        }
        let sent = [GeneratedParameter(name: "user_identity_key", value: Self.mark)]
        let settlements = try await Self.settle([], lost: [Self.lost(sent)], at: fake)
        #expect(fake.questions.allSatisfy { !$0.contains("/delete ") })
        #expect(settlements.map(\.outcome) == [.left("get showed none of the values generated for it")])
    }

    @Test("What was made without a known id is found by its key, with its users")
    func byKey() async throws {
        let fake = Fake { question in
            switch question {
            case "/user_identities/get \(Self.mark)", "/user_identities/get i1": Self.ours("i1")
            case "/user_identities/list_acs_users i1": .response(status: 200, json: ["acs_users": []])
            default: Self.done
            }
        }
        let sent = [GeneratedParameter(name: "user_identity_key", value: Self.mark)] + Self.sentName
        let settlements = try await Self.settle([], lost: [Self.lost(sent)], at: fake)
        #expect(
            fake.questions == [
                "/user_identities/get \(Self.mark)", "/user_identities/get i1",
                "/user_identities/list_acs_users i1", "/user_identities/delete i1",
            ]
        )
        #expect(settlements.map(\.outcome) == [.deleted])
        #expect(settlements.settledEntries == [1])
    }

    @Test("What was made without a known id is found in a list, also in one that ignores what is searched for")
    func bySearch() async throws {
        let fake = Fake { question in
            switch question {
            case "/user_identities/list Ann \(Self.mark)":
                Self.list([("i9", "Bob"), ("i1", "ann \(Self.mark)".uppercased()), ("i8", "Ann")], hasNext: true)
            case "/user_identities/get i1": Self.ours("i1")
            default: Self.done
            }
        }
        let settlements = try await Self.settle([], lost: [Self.lost(Self.sentName)], at: fake)
        #expect(
            fake.questions.filter { !$0.contains("/list") } == [
                "/user_identities/get i1", "/user_identities/delete i1",
            ]
        )
        #expect(settlements.map(\.outcome) == [.deleted])
    }

    /// What a search shows, whether a response to the create came, and what that comes to.
    struct Search: Sendable, CustomTestStringConvertible {
        let title: String
        let reply: CleanupReply
        var wasAnswered = true
        let outcome: Reclamation.Outcome
        var testDescription: String { title }
    }

    private static let unsearchable = Reclamation.Outcome.left(
        "no response shows its id, and it can't be searched for"
    )

    static let searches = [
        Search(title: "nothing", reply: list([]), outcome: .notCreated),
        Search(title: "others", reply: list([("i9", "Bob")]), outcome: .notCreated),
        Search(title: "others, and a further page", reply: list([("i9", "Bob")], hasNext: true), outcome: unsearchable),
        Search(title: "nothing yet", reply: list([]), wasAnswered: false, outcome: .pending),
        Search(title: "an error", reply: .response(status: 500, json: nil), outcome: unsearchable),
        Search(title: "no list", reply: .response(status: 200, json: ["ok": true]), outcome: unsearchable),
        Search(title: "no response", reply: .none("the connection broke"), outcome: unsearchable),
    ]

    @Test(
        "What a search does not show was not made, unless the search says nothing, or the create may still go on",
        arguments: searches
    )
    func searchInVain(_ search: Search) async throws {
        let fake = Fake { _ in search.reply }
        let creation = Self.lost(Self.sentName, wasAnswered: search.wasAnswered)
        let settlements = try await Self.settle([], lost: [creation], at: fake)
        #expect(settlements.map(\.outcome) == [search.outcome])
        #expect(settlements.settledEntries == (search.outcome == .notCreated ? [1] : []))
        #expect(!fake.questions.contains { $0.contains("/delete") })
    }

    @Test("What was made without any value of ours is left, unless the identity that it belonged to is gone")
    func withoutValues() async throws {
        for (isGone, outcome) in [(true, Reclamation.Outcome.notCreated), (false, Self.unsearchable)] {
            let fake = Fake { _ in isGone ? Self.gone : Self.ours("i1") }
            let creation = Self.lost([], path: "/client_sessions/create", identityID: "i1")
            #expect(try await Self.settle([], lost: [creation], at: fake).map(\.outcome) == [outcome])
        }
    }

    @Test("What the response to a create named is left when it is not ours, and what was made is found by its values")
    func misnamed() async throws {
        let fake = Fake { question in
            switch question {
            case "/user_identities/get i9": Self.shown("user_identity", "i9", ["full_name": "Bob"])
            case "/user_identities/list Ann \(Self.mark)": Self.list([("i1", "Ann \(Self.mark)"), ("i9", "Bob")])
            case "/user_identities/get i1": Self.ours("i1")
            default: Self.done
            }
        }
        let settlements = try await Self.settle([Self.identity("i9", sent: Self.sentName, entry: 1)], at: fake)
        #expect(fake.questions.filter { $0.contains("/delete") } == ["/user_identities/delete i1"])
        #expect(settlements.map(\.outcome) == [.deleted])
        #expect(settlements.settledEntries == [1])
    }

    @Test("An id that was there before is not even looked at, and what was made is left when it can't be searched for")
    func oldID() async throws {
        let ownership = RunOwnership()
        ownership.note(["user_identity_id": "i9"])
        let claim = Self.identity("i9", sent: Self.sentName, entry: 1, moment: ownership.now)
        let fake = Fake { _ in .response(status: 500, json: nil) }
        let settlements = try await Self.settle([claim], ownership: ownership, at: fake)
        #expect(fake.questions == ["/user_identities/list Ann \(Self.mark)"])
        #expect(
            settlements.map(\.outcome)
                == [.left("its id was in a response before it was created, and what was created can't be searched for")]
        )
    }

    @Test("A session that get_or_create answers with and that was there before was not made")
    func existing() async throws {
        let ownership = RunOwnership()
        ownership.note(["client_session_id": "s9"])
        let claim = Self.claim("/client_sessions", "client_session_id", "s9", entry: 1, moment: ownership.now)
        let fake = Fake { _ in Self.done }
        let settlements = try await Self.settle([claim], ownership: ownership, at: fake)
        #expect(fake.questions == [])
        #expect(settlements.map(\.outcome) == [.notCreated])
    }

    @Test("Without the operation that shows or deletes it, something is left", arguments: ["get", "delete"])
    func notOffered(verb: String) async throws {
        let ownership = RunOwnership()
        ownership.noteUnoffered("/user_identities/\(verb)", evidence: "405")
        let fake = Fake { _ in Self.ours("i1") }
        let settlements = try await Self.settle([Self.identity("i1", entry: 1)], ownership: ownership, at: fake)
        #expect(fake.questions == (verb == "get" ? [] : ["/user_identities/get i1"]))
        #expect(settlements.map(\.outcome) == [.left("/user_identities/\(verb) is not offered (405)")])
        #expect(settlements.settledEntries == [])
    }

    @Test("What a deletion says decides what becomes of something")
    func deletions() async throws {
        let replies: [(CleanupReply, Reclamation.Outcome)] = [
            (Self.done, .deleted), (Self.gone, .gone),
            (.response(status: 400, json: ["error": ["type": "user_identity_not_found"]]), .gone),
            (
                .response(status: 403, json: ["error": ["message": "not you"]]),
                .left("/user_identities/delete answered 403 not you")
            ),
            (.response(status: 500, json: nil), .left("/user_identities/delete answered 500")),
            (.none("the connection broke"), .left("/user_identities/delete: the connection broke")),
        ]
        for (reply, outcome) in replies {
            let fake = Fake { $0.contains("/get") ? Self.ours("i1") : reply }
            #expect(try await Self.settle([Self.identity("i1")], at: fake).map(\.outcome) == [outcome])
        }
    }

    @Test("What is gone without our doing is left, unless it was known to be ours or may be gone")
    func goneBefore() async throws {
        let left = Reclamation.Outcome.left(
            "get does not find it, although its create was accepted and nothing deleted it"
        )
        var proven = Self.identity("i1")
        proven.isProven = true
        let samples: [(OwnershipClaim, mayBeGone: Bool, Reclamation.Outcome)] = [
            (Self.identity("i1"), false, left), (Self.identity("i1"), true, .gone), (proven, false, .gone),
            (Self.claim(Ledger.users, "acs_user_id", "u1", mark: .parent), false, .gone),
        ]
        for (claim, mayBeGone, outcome) in samples {
            let settlements = try await Self.settle([claim], mayBeGone: mayBeGone, at: Fake { _ in Self.gone })
            #expect(settlements.map(\.outcome) == [outcome])
        }
    }

    @Test("An identity is left when a user would be deleted with it that is not shown to be ours")
    func foreignUser() async throws {
        let reason =
            "the access-system user u9 belongs to it, is not shown to be this run's, and would be deleted with it"
        let samples: [(user: CleanupReply, Reclamation.Outcome)] = [
            (Self.shown("acs_user", "u9", ["full_name": "Bob"]), .left(reason)),
            (.response(status: 500, json: nil), .left(reason)), (.none("no time was left"), .left(reason)),
            (Self.shown("acs_user", "u9", ["full_name": .string("Ann \(Self.mark)")]), .deleted), (Self.gone, .deleted),
            (Self.shown("acs_user", "u9", ["user_identity_full_name": .string("Ann \(Self.mark)")]), .left(reason)),
        ]
        for (user, outcome) in samples {
            let fake = Fake { question in
                switch question {
                case "/user_identities/get i1":
                    Self.shown(
                        "user_identity",
                        "i1",
                        ["full_name": .string("Ann \(Self.mark)"), "acs_user_ids": ["u1", "u9"]]
                    )
                case "/acs/users/get u1": Self.shown("acs_user", "u1", ["full_name": .string(Self.mark)])
                case "/acs/users/get u9": user
                default: Self.done
                }
            }
            let claims = [Self.identity("i1"), Self.claim(Ledger.users, "acs_user_id", "u1")]
            let outcomes = try await Self.settle(claims, at: fake).map(\.outcome)
            #expect(outcomes == [.deleted, outcome])
            #expect(fake.questions.contains("/user_identities/delete i1") == (outcome == .deleted))
            #expect(!fake.questions.contains("/acs/users/delete u9"))
            let old = RunOwnership()
            old.note(["acs_user_id": "u9"])
            let seen = Self.claim(Ledger.users, "acs_user_id", "u9", moment: old.now)
            let outcomeOfOld = try await Self.settle(
                [Self.identity("i1", moment: old.now), seen],
                ownership: old,
                at: fake
            )
            .last?.outcome
            #expect(outcomeOfOld == .left(reason))
            let claimed = claims + [Self.claim(Ledger.users, "acs_user_id", "u9")]
            #expect(try await Self.settle(claimed, at: fake).last?.outcome == outcome)
        }
    }

    @Test(
        "What a search shows without an id that is text is left, since nothing can delete it",
        arguments: [5, nil, ""] as [JSONValue]
    )
    func unusableID(id: JSONValue) async throws {
        let item: JSONValue = ["user_identity_id": id, "full_name": .string("Ann \(Self.mark)")]
        let fake = Fake { _ in .response(status: 200, json: ["user_identities": [item]]) }
        let outcomes = try await Self.settle([], lost: [Self.lost(Self.sentName)], at: fake).map(\.outcome)
        #expect(outcomes == [Self.unsearchable])
    }

    @Test("A sweep searches for what get does not find by its id, before it believes that it is gone")
    func goneUnderAnotherID() async throws {
        let fake = Fake { question in
            switch question {
            case "/user_identities/get i1": Self.gone
            case "/user_identities/list Ann \(Self.mark)": Self.list([("i2", "Ann \(Self.mark)")])
            case "/user_identities/get i2": Self.ours("i2")
            default: Self.done
            }
        }
        let claim = Self.identity("i1", sent: Self.sentName, entry: 1)
        let settlements = try await Self.settle([claim], mayBeGone: true, verifies: true, at: fake)
        #expect(fake.questions.contains("/user_identities/delete i2"))
        #expect(settlements.map(\.entry) == [1])
    }

    @Test("When asked to, it looks whether what was deleted is gone")
    func verification() async throws {
        let dying: JSONObject = ["warnings": [["warning_code": "being_deleted"]]]
        let samples: [(CleanupReply, Reclamation.Outcome)] = [
            (Self.gone, .deleted), (Self.shown("user_identity", "i1", dying), .deleted),
            (Self.ours("i1"), .left("it was deleted, and get still answers 200")),
            (.response(status: 500, json: nil), .left("it was deleted, and get still answers 500")),
            (.none("the connection broke"), .left("it was deleted, and get can't be asked: the connection broke")),
        ]
        for (reply, outcome) in samples {
            let isDeleted = Mutex(false)
            let fake = Fake { question in
                if question.contains("/delete") {
                    isDeleted.withLock { $0 = true }
                    return Self.done
                }
                return isDeleted.withLock(\.self) ? reply : Self.ours("i1")
            }
            let settlements = try await Self.settle([Self.identity("i1")], verifies: true, at: fake)
            #expect(settlements.map(\.outcome) == [outcome])
        }
    }

    @Test("An entry of the journal stays open as long as anything of it is left")
    func sharedEntry() {
        let settlements = [
            Reclamation(name: "a", namespace: "/a", outcome: .deleted, entry: 1),
            Reclamation(name: "b", namespace: "/a", outcome: .left("so"), entry: 1),
            Reclamation(name: "c", namespace: "/a", outcome: .notCreated, entry: 2),
            Reclamation(name: "d", namespace: "/a", outcome: .pending, entry: 3),
            Reclamation(name: "e", namespace: "/a", outcome: .deleted, entry: nil),
        ]
        #expect(settlements.settledEntries == [2])
    }

    @Test("What was created is counted with what became of it")
    func counts() {
        let ownership = RunOwnership()
        let outcomes: [Reclamation.Outcome] = [
            .deleted, .notCreated, .pending, .left("so"), .left("so"), .left("or so"),
        ]
        for (number, outcome) in outcomes.enumerated() {
            ownership.note(Reclamation(name: "\(number)", namespace: "/a", outcome: outcome, entry: nil))
        }
        #expect(ownership.cleanup.created == 4 && ownership.cleanup.deleted == 1)
        #expect(ownership.cleanup.leftovers.map(\.count) == [2, 1])
        #expect(ownership.cleanup.leftovers.map(\.names) == [["3", "4"], ["5"]])
    }

    /// The time in which a create was carried out whose response was lost: the first of March 2026.
    private static let window = Timestamp(milliseconds: 1_772_323_200_000)...Timestamp(milliseconds: 1_772_409_600_000)

    private static func page(_ moments: [String?], next: JSONValue? = nil) -> CleanupReply {
        let items = moments.map { moment -> JSONValue in
            ["user_identity_id": "i", "created_at": moment.map { .string($0) } ?? .null]
        }
        let pagination: JSONValue = ["has_next_page": .bool(next != nil), "next_page_cursor": next ?? .null]
        return .response(status: 200, json: ["user_identities": .array(items), "pagination": pagination])
    }

    @Test(
        "A create that sent nothing unique made nothing when no page of the list shows something of its time",
        arguments: [
            ([page([])], true),
            ([page(["2026-02-28T23:59:59Z", "2026-03-02T00:00:01Z"])], true),
            ([page(["2026-02-28T23:59:59Z"], next: "c"), page(["2027-01-01T00:00:00Z"])], true),
            ([page(["2026-02-28T23:59:59Z"], next: "c"), page(["2026-03-01T12:00:00Z"])], false),
            ([page(["2026-03-01T00:00:00Z"])], false), ([page([nil])], false), ([page(["yesterday"])], false),
            ([page([], next: "c"), page([], next: "c"), page([])], false), ([.none("no time was left")], false),
            ([page([], next: .null)], false), ([.response(status: 500, json: page([]).json)], false),
        ]
    )
    func listed(pages: [CleanupReply], isAbsent: Bool) async throws {
        let count = Mutex(0)
        let fake = Fake { _ in
            pages[
                count.withLock {
                    $0 += 1
                    return min($0, pages.count) - 1
                }
            ]
        }
        var creation = Self.lost([])
        creation.window = Self.window
        let settlements = try await Self.settle([], lost: [creation], at: fake)
        #expect(settlements.map(\.isSettled) == [isAbsent])
        #expect(fake.questions.allSatisfy { $0.hasPrefix("/user_identities/list") })
    }

    @Test("A list whose cursors never end is not read for ever")
    func endless() async throws {
        let count = Mutex(0)
        let fake = Fake { _ in
            let number = count.withLock {
                $0 += 1
                return $0
            }
            return Self.page([], next: .string("\(number)"))
        }
        var creation = Self.lost([])
        creation.window = Self.window
        let settlements = try await Self.settle([], lost: [creation], at: fake)
        #expect(settlements.map(\.isSettled) == [false])
        #expect(fake.questions.count == Reclaimer.pageLimit)
    }
}

extension CleanupReply {
    /// The body of a response.
    fileprivate var json: JSONValue? {
        if case .response(_, let json) = self { json } else { nil }
    }
}

import JSON
import JSONSchema
import SeamContract
import Testing

@Suite(
    "The contract document beside Seam's published one",
    .enabled(if: ProjectFiles.hasPublished, "needs the published document at ../shared/data/seam-openapi")
)
struct PublishedContractTests {
    private let own: Contract
    private let published: Contract

    init() throws {
        own = try ProjectFiles.contract.get()
        published = try ProjectFiles.publishedContract.get()
    }

    @Test("the published document loads whole, and each of its operations takes POST")
    func loads() {
        #expect(published.operations.count == 317)
        #expect(published.operations.allSatisfy { $0.methods.first == .post })
    }

    @Test("our operations have the methods, response key, pages and parameters that are published")
    func operations() throws {
        for operation in own.operations {
            let other = try #require(published[operation.path], "\(operation.path)")
            #expect(operation.methods == other.methods, "\(operation.path)")
            #expect(operation.responseKey == other.responseKey, "\(operation.path)")
            #expect(operation.isPaginated == other.isPaginated, "\(operation.path)")
            #expect(operation.requestProperties == other.requestProperties, "\(operation.path)")
            for name in operation.requestProperties {
                #expect(operation.parameterType(name) == other.parameterType(name), "\(operation.path) \(name)")
            }
            if other.hasRequiredParameters { #expect(operation.hasRequiredParameters, "\(operation.path)") }
        }
    }

    @Test("our security lists no scheme that is not published for the operation")
    func security() throws {
        for operation in own.operations {
            let other = try #require(published[operation.path])
            #expect(Set(operation.security).isSubset(of: Set(other.security)), "\(operation.path)")
        }
    }

    @Test("request schemas agree on valid and invalid bodies", arguments: RequestSamples.all)
    func requests(sample: RequestSamples.Sample) throws {
        let own = try #require(own[sample.path]?.request)
        let published = try #require(published[sample.path]?.request)
        #expect(own.validate(sample.body).isValid == sample.isValid)
        #expect(published.validate(sample.body).isValid == (sample.isValid || sample.isOurRuleAlone))
    }

    @Test("our response schemas accept what the published ones accept, whole resources and ones with a member changed")
    func acceptedResponses() throws {
        for (path, sample) in ResponseSamples.byPath {
            let own = try #require(own[path]?.response(for: 200)?.schema)
            let published = try #require(published[path]?.response(for: 200)?.schema)
            #expect(published.validate(sample).violations == [], "\(path)")
            #expect(own.validate(sample).violations == [], "\(path)")
            for (change, variant) in ResponseSamples.variants(of: sample) where published.validate(variant).isValid {
                // The published schema says only that `ok` is a Boolean; the published text says which.
                let isKnown = change == "/ok is false"
                #expect(own.validate(variant).isValid != isKnown, "\(path) \(change)")
            }
        }
    }

    @Test("our response schemas refuse what the published ones refuse of identities and access-system users")
    func refusedResponses() throws {
        for (path, sample) in ResponseSamples.byPath where sample.isOfPeople {
            let own = try #require(own[path]?.response(for: 200)?.schema)
            let published = try #require(published[path]?.response(for: 200)?.schema)
            for (change, variant) in ResponseSamples.variants(of: sample) where !published.validate(variant).isValid {
                #expect(!own.validate(variant).isValid, "\(path) \(change)")
            }
        }
    }
}

extension JSONValue {
    /// Whether an answer tells of identities or access-system users.
    fileprivate var isOfPeople: Bool {
        ["user_identity", "user_identities", "acs_user", "acs_users"].contains { self[$0] != nil }
    }
}

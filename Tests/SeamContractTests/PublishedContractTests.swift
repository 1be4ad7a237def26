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

    @Test("response schemas agree on whole answers", arguments: ResponseSamples.all)
    func responses(sample: ResponseSamples.Sample) throws {
        #expect(try answerSchema(of: own, at: sample.path).validate(sample.body).violations == [])
        #expect(try answerSchema(of: published, at: sample.path).validate(sample.body).violations == [])
    }

    @Test(
        "response schemas agree on answers with one member changed; ours leave open what makers of locks add to",
        arguments: ResponseSamples.all.filter { $0.path.hasSuffix("/get") }
    )
    func changedResponses(sample: ResponseSamples.Sample) throws {
        let own = try answerSchema(of: own, at: sample.path)
        let published = try answerSchema(of: published, at: sample.path)
        for (change, variant) in ResponseSamples.variants(of: sample.body) where change != "/ok is false" {
            let (ownResult, publishedResult) = (own.validate(variant).isValid, published.validate(variant).isValid)
            guard ownResult != publishedResult else { continue }
            #expect(ownResult && !sample.body.isOfPeople, "\(sample.path) \(change)")
        }
    }

    private func answerSchema(of contract: Contract, at path: String) throws -> Schema {
        try #require(contract[path]?.response(for: 200)?.schema)
    }
}

extension JSONValue {
    /// Whether an answer tells of identities or access-system users.
    fileprivate var isOfPeople: Bool {
        self["user_identity"] != nil || self["acs_user"] != nil
    }
}

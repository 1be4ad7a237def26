import BundledSuite
import Conformance
import Foundation
import JSON
import Scenarios
import SeamContract
import YAMLSource

/// What a run judges by: the contract, the catalogue of requirements and the scenarios, read and checked.
struct Suite: Sendable {
    /// The contract.
    let contract: Contract
    /// The catalogue of requirements.
    private(set) var catalogue: Catalogue
    /// The scenarios and their blocks.
    let library: ScenarioLibrary
    /// Whether the contract is the one that the binary carries, which is the one that the reference server keeps.
    let judgesByBundledContract: Bool
    /// Where the scenarios came from: `bundled`, or the paths that were given.
    let origin: String

    /// The suite that the binary carries, or parts of it replaced by files.
    ///
    /// - Parameters:
    ///   - paths: scenario files and folders; empty for all that the binary carries. Bundled blocks stay usable.
    ///   - contractFile: another contract document; nil for the bundled one.
    /// - Throws: `CommandFailure` for a file that can't be read, and the errors of the readers for one that is wrong.
    init(paths: [String] = [], contractFile: String? = nil) async throws {
        let own = try SuiteFiles.read(paths)
        let blocks = BundledSuite.files(in: .blocks).filter { block in
            !own.contains { $0.path.hasSuffix(block.path.dropFirst("scenarios".count)) }
        }
        let bundled = paths.isEmpty ? BundledSuite.files(in: .scenarios) + blocks : blocks
        async let sources = ScenarioSources(files: bundled, undecoded: own)
        async let readCatalogue = Self.catalogue()
        contract = try Self.contract(file: contractFile)
        catalogue = try await readCatalogue
        library = try ScenarioLibrary(sources: await sources, contract: contract, catalogue: catalogue)
        judgesByBundledContract = contractFile == nil
        origin = paths.isEmpty ? "bundled" : paths.joined(separator: " ")
    }

    /// The catalogue of requirements that the binary carries.
    static func catalogue() throws -> Catalogue {
        try Catalogue(files: BundledSuite.files(in: .requirements))
    }

    /// The profile that a text names, such as `core` or `core@2026-08`.
    ///
    /// - Throws: `CommandFailure` when the binary carries none of that name.
    func profile(named text: String) throws -> Profile {
        try Self.profile(named: text, of: catalogue)
    }

    /// The profile of a catalogue that a text names, such as `core` or `core@2026-08`.
    ///
    /// - Throws: `CommandFailure` when the binary carries none of that name.
    static func profile(named text: String, of catalogue: Catalogue) throws -> Profile {
        let profiles = try Profile.profiles(in: BundledSuite.files(in: .profiles), of: catalogue)
        if let profile = profiles.named(text) { return profile }
        let known = profiles.map(\.id)
        let hint = Suggestion.nearest(to: text, among: known + profiles.map(\.name)).map { "did you mean '\($0)'?" }
        throw CommandFailure(
            "there is no profile '\(text)' (\(hint ?? "write one of \(Suggestion.list(known))"))",
            status: .usage
        )
    }

    /// The suite held to a profile: requirements outside of it are told, and never counted.
    func demanding(_ profile: Profile) -> Suite {
        var suite = self
        suite.catalogue = catalogue.demanding(profile)
        return suite
    }

    /// The requirement of that id.
    ///
    /// - Throws: `CommandFailure` when the catalogue has none.
    func requirement(_ id: String) throws -> Requirement {
        if let requirement = catalogue[id] { return requirement }
        throw unknownRequirement(id)
    }

    /// The failure for a requirement that the catalogue does not have.
    func unknownRequirement(_ id: String) -> CommandFailure {
        let near = Suggestion.nearest(to: id, among: catalogue.requirements.map(\.id))
        let hint = near.map { "did you mean '\($0)'?" } ?? "`seamcheck requirements` lists them"
        return CommandFailure("there is no requirement '\(id)' (\(hint))", status: .usage)
    }

    /// What the responses to the requests of some cases are gathered in.
    func responsePlan(of cases: [Case]) -> ResponsePlan {
        ResponsePlan(of: cases, contract: contract, catalogue: catalogue)
    }

    /// The ids of the scenarios that can prove a requirement, in the order of the suite.
    func scenarios(proving requirement: String) -> [String] {
        let provers = Set(library.cases.filter { $0.requirementIDs.contains(requirement) }.map(\.scenario.id))
        return library.scenarios.map(\.id).filter(provers.contains)
    }

    /// The contract in a file, or the bundled one.
    static func contract(file: String?) throws -> Contract {
        try ContractSource(path: file).contract()
    }
}

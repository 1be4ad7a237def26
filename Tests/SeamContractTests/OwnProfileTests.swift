import Foundation
import SeamContract
import Testing

@Suite("The project's own profiles")
struct OwnProfileTests {
    /// What each frozen list comes to.
    ///
    /// A list that changes is another profile: give it the month of the change.
    private static let frozen: [String: String] = [
        "access-users@2026-08": "14377fee1505fd0c", "core@2026-08": "74e3ed9983cf0beb",
        "core@2026-12": "5d0635132a128318",
        "full@2026-08": "bf22f27c040b14c8", "linking@2026-08": "bd58fc3260cf840e",
    ]

    @Test("no list of a frozen profile changes")
    func frozen() throws {
        let profiles = try Self.profiles()
        let hashes = Dictionary(
            uniqueKeysWithValues: profiles.map { profile in
                (profile.id, StableHash(profile.requirements.joined(separator: " ")).hexadecimal)
            }
        )
        #expect(hashes == Self.frozen)
    }

    @Test("full holds every requirement of the catalogue, and every other profile a part of it")
    func full() throws {
        let all = Set(try ProjectFiles.catalogue.get().requirements.map(\.id))
        for profile in try Self.profiles() {
            if profile.name == "full" {
                #expect(Set(profile.requirements) == all)
            } else {
                #expect(Set(profile.requirements).isStrictSubset(of: all), "\(profile.id)")
            }
        }
    }

    private static func profiles() throws -> [Profile] {
        let folder = "scenarios/profiles"
        let names = try FileManager.default.contentsOfDirectory(
            atPath: ProjectFiles.root.appending(path: folder).path
        )
        let files = try names.sorted().map { ("\(folder)/\($0)", try ProjectFiles.text("\(folder)/\($0)")) }
        return try Profile.profiles(in: files, of: try ProjectFiles.catalogue.get())
    }
}

import Results
import Testing

@Suite("Fingerprints of findings")
struct FingerprintTests {
    private func finding(
        code: String = "expectation",
        requirements: [String] = ["UI-UNIQ-EMAIL"],
        operation: String? = "/user_identities/create",
        place: String = "/user_identities/3/email_address",
        found: String = "1"
    ) -> Finding {
        Finding(
            code: code,
            requirements: requirements,
            severity: .must,
            step: found,
            exchange: found.count,
            operation: operation,
            place: place,
            message: found,
            expected: found,
            actual: found
        )
    }

    @Test("the same fault has the same fingerprint, whatever was found and in which item")
    func same() {
        #expect(finding().fingerprint == finding(found: "another").fingerprint)
        #expect(finding().fingerprint == finding(place: "/user_identities/117/email_address").fingerprint)
        #expect(finding(place: "$.a[?@.id=='x1']").fingerprint == finding(place: "$.a[?@.id=='y22']").fingerprint)
        #expect(finding(place: "$.a[0].b").fingerprint == finding(place: "$.a[12].b").fingerprint)
    }

    @Test("another fault has another fingerprint")
    func other() {
        let all = [
            finding(), finding(code: "schema.type"), finding(requirements: ["UI-CREATE"]),
            finding(operation: "/user_identities/update"), finding(operation: nil), finding(place: "status"),
            finding(place: "/user_identities/3/v2"), finding(place: "/user_identities/3/v3"),
        ]
        #expect(Set(all.map(\.fingerprint)).count == all.count)
    }

    @Test("a fingerprint is 16 hexadecimal digits, and the same for ever")
    func form() {
        #expect(finding().fingerprint == "a8596547b10eee02")
    }
}

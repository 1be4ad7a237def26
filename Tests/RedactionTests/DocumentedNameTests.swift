import Foundation
import Testing

@testable import Redaction  // the tables of names are not public

@Suite("Documented names")
struct DocumentedNameTests {
    @Test("The page on redaction lists every name that says that a value is secret or personal")
    func names() throws {
        let page = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../Sources/seamcheck/Documentation.docc/Redaction.md")
        let text = try String(contentsOf: page, encoding: .utf8)
        let names =
            SecretName.endings + SecretName.names + SecretName.codeEndings + SecretName.codeNames
            + SecretName.possibleCodes + SecretName.parameters + SecretName.exceptions
            + PersonalKind.allCases.flatMap { $0.names + $0.endings }
        for name in names { #expect(text.contains("`\(name)`"), "\(name) is not on the page") }
        let documented = text.matches(of: /`([a-z]+)`/).map { String($0.output.1) }
        #expect(documented.count > names.count)
    }
}

import BundledSuite
import Files
import SeamContract

/// A contract document before it is read: one that a user names, or the one that the binary carries.
struct ContractSource {
    /// What messages call it.
    let name: String
    /// What is in it.
    let text: String
    /// What reads the files that it refers to; nil when there are none.
    let reading: ((String) throws -> String)?

    /// The document at a path.
    ///
    /// - Parameter path: the file; nil for the document that the binary carries.
    /// - Throws: `UnreadableFile` when it can't be read, `CommandFailure` when the binary carries none.
    init(path: String?) throws {
        if let path {
            name = path
            text = try Input(path: path).text(atMost: ContractBounds.bytes)
            reading = ContractFiles(beside: path).text
        } else {
            guard let document = BundledSuite.files(in: .contract).first else {
                throw CommandFailure("the binary carries no contract: build it again", status: .defect)
            }
            name = "bundled"
            text = document.text
            reading = nil
        }
    }
}

extension ContractSource {
    /// The contract that the document is.
    ///
    /// - Throws: `ContractError`.
    func contract() throws -> Contract {
        try Contract(text: text, file: name, reading: reading)
    }
}

import JSON
import JSONSchema
import YAMLSource

/// The files that a contract consists of: the one that was named, and those that it refers to, directly or not.
///
/// A file that can't be read is not missed before a reference is followed to it: what looks like a reference may be part of
/// an example.
struct DocumentSet: Sendable {
    /// The file that was named.
    let root: SourceDocument
    /// The other files by their URI, which is their path, percent-encoded.
    private(set) var others: [String: SourceDocument] = [:]
    /// Why a document that something refers to is not there, by URI.
    private(set) var absences: [String: String] = [:]
    /// The bytes of all files.
    private var byteCount: Int
    /// The URI that the document gives itself; nil when it gives none.
    private let rootIdentifier: String?
    /// The keyword that gives a part of a document a URI of its own; nil when there is none.
    private let identifierKeyword: String?

    /// Reads a document and all that it refers to.
    ///
    /// - Parameters:
    ///   - text: the document.
    ///   - file: its path; references are relative to it.
    ///   - read: what reads another file by its path; nil when there is none to be read.
    /// - Throws: ``ContractError`` when the text is neither JSON nor YAML.
    init(text: String, file: String, reading read: ((String) throws -> String)?) throws(ContractError) {
        let root = try SourceDocument(text: text, file: file)
        self.init(root: root, identifierKeyword: root.value.isOpenAPI31 ? "$id" : nil, reading: read)
    }

    /// Reads all that a document refers to.
    ///
    /// - Parameters:
    ///   - root: the document.
    ///   - identifierKeyword: the keyword that gives a part of a document a URI of its own; nil when there is none.
    ///   - read: what reads another file by its path; nil when there is none to be read.
    init(root: SourceDocument, identifierKeyword: String?, reading read: ((String) throws -> String)?) {
        self.root = root
        byteCount = root.text.utf8.count
        self.identifierKeyword = identifierKeyword
        rootIdentifier = identifierKeyword.flatMap { root.value[$0]?.stringValue }
        var references = DocumentReferences(identifierKeyword: identifierKeyword)
        references.gather(in: root.value, base: URIReference(baseURI))
        var pending = references.documents
        while let uri = pending.popFirst() {
            guard uri != baseURI, others[uri] == nil, absences[uri] == nil, !references.identifiers.contains(uri) else {
                continue
            }
            do throws(Absence) {
                let document = try document(at: uri, reading: read)
                others[uri] = document
                references.gather(in: document.value, base: URIReference(uri))
                pending.formUnion(references.documents)
            } catch {
                absences[uri] = error.reason
            }
        }
    }

    /// The URI of the file that was named: what its references are relative to.
    var baseURI: String { Self.uri(of: root.file) }

    /// The document that a place is in.
    ///
    /// - Parameter uri: the document's URI; empty for the file that was named.
    /// - Returns: the document.
    func document(at uri: String) -> SourceDocument { others[uri] ?? root }

    /// 16 hexadecimal digits that stand for the content of all files, however they are called.
    var fingerprint: String {
        var hash = StableHash()
        hash.feed(root.value)
        let contents = others.values.map { document in
            var hash = StableHash()
            hash.feed(document.value)
            return hash.hexadecimal
        }
        for content in contents.sorted() { hash.feed(content) }
        return hash.hexadecimal
    }

    /// The metaschema with a URI, or the file at it.
    private mutating func document(
        at uri: String,
        reading read: ((String) throws -> String)?
    ) throws(Absence) -> SourceDocument {
        if let metaschema = Metaschema.document(at: uri) {
            guard metaschema.identifierKeyword == identifierKeyword else {
                throw Absence("its draft is another, whose keywords mean something else (refer to that of this draft)")
            }
            return try Self.document(metaschema.text, file: uri)
        }
        let local = localURI(of: uri)
        let reference = URIReference(local)
        guard reference.scheme == nil, reference.authority == nil, reference.query == nil else {
            throw Absence("nothing is fetched (save it beside the document, and refer to the copy by its path)")
        }
        guard let read else { throw Absence("there are no files beside this document") }
        guard let path = Self.path(of: local) else { throw Absence("expected UTF-8 behind the '%'") }
        guard others.count + 1 < ContractBounds.files else {
            throw Absence("the contract has more than \(ContractBounds.files) files")
        }
        let text: String
        do { text = try read(path) } catch { throw Absence("\(error)") }
        byteCount += text.utf8.count
        guard byteCount <= ContractBounds.bytes else {
            throw Absence("the files of the contract have more than \(ContractBounds.bytes >> 20) MiB")
        }
        return try Self.document(text, file: path)
    }

    private static func document(_ text: String, file: String) throws(Absence) -> SourceDocument {
        do throws(ContractError) {
            return try SourceDocument(text: text, file: file)
        } catch {
            throw Absence("\(error)")
        }
    }

    /// Why a document is not there.
    private struct Absence: Error {
        let reason: String

        init(_ reason: String) {
            self.reason = reason
        }
    }

    /// The URI of the file that a URI stands for: what lies beside the URI that the document gives itself lies beside its file.
    private func localURI(of uri: String) -> String {
        guard let folder = rootIdentifier.flatMap(Self.folder), uri.hasPrefix(folder) else { return uri }
        return (Self.folder(of: baseURI) ?? "") + uri.dropFirst(folder.count)
    }

    /// A URI up to its last slash; nil when it has none.
    private static func folder(of uri: String) -> String? {
        uri.lastIndex(of: "/").map { String(uri[...$0]) }
    }

    /// The URI that stands for a path: what would be taken for something else in a URI is percent-encoded.
    private static func uri(of path: String) -> String {
        path.utf8.reduce(into: "") { uri, byte in
            if byte > 0x20, byte < 0x7F, !"\"#%:<>?[\\]^`{|}".utf8.contains(byte) {
                uri.unicodeScalars.append(Unicode.Scalar(byte))
            } else {
                let digits = String(byte, radix: 16, uppercase: true)
                uri += "%" + (digits.utf8.count == 1 ? "0" : "") + digits
            }
        }
    }

    /// The path that a URI stands for; nil when it is no UTF-8.
    private static func path(of uri: String) -> String? {
        URIReference("#" + uri).decodedFragment
    }
}

import JSON
import JSONSchema
import YAMLSource

/// A contract document taken apart for rules.
struct LintedDocument: Sendable {
    /// An operation, and where it belongs.
    struct Operation: Sendable {
        /// The path.
        let path: LocatedKey
        /// The method in lower case, as a path item writes it.
        let method: String
        /// The operation.
        let site: LintSite
        /// The path item that it stands in.
        let item: LintSite

        /// `POST /a`.
        var name: String { "\(method.uppercased()) \(path.name)" }
    }

    /// 3.0 or 3.1.
    let version: OpenAPIVersion.Minor
    /// What compiles schemas and follows references.
    let compiler: SchemaCompiler
    /// The files.
    let files: LocatedFiles
    /// The references, in the order they are met.
    let references: [DocumentWalk.Reference]
    /// The paths and what they offer, in the order of the document.
    let paths: [(path: LocatedKey, item: LintSite)]
    private let sites: [ObjectKind: [LintSite]]

    /// A document that was gone through.
    init(_ walk: DocumentWalk, files: LocatedFiles, compiler: SchemaCompiler) {
        version = walk.version
        references = walk.references
        sites = walk.sites
        self.files = files
        self.compiler = compiler
        paths = (files.root["paths"]?.members ?? []).compactMap { key, value in
            let place = SchemaPlace("#/paths").appending(key.name)
            guard !key.name.hasPrefix("x-") else { return nil }
            return Self.site(.pathItem, value, at: place, files, compiler).map { (key, $0) }
        }
    }

    /// The objects of a sort in the order they are met, each once.
    subscript(kind: ObjectKind) -> [LintSite] { sites[kind] ?? [] }

    /// The operations in the order of the document.
    var operations: [Operation] {
        paths.flatMap { path, item in
            ["get", "put", "post", "delete", "options", "head", "patch", "trace"].compactMap { method in
                item[method].map { value in
                    let site = LintSite(kind: .operation, value: value, place: item.place.appending(method))
                    return Operation(path: path, method: method, site: site, item: item)
                }
            }
        }
    }

    /// The object that a member is or refers to; nil when there is none or the reference leads nowhere.
    func member(_ name: String, of site: LintSite, as kind: ObjectKind) -> LintSite? {
        site[name].flatMap { self.site(kind, $0, at: site.place.appending(name)) }
    }

    /// The objects of an array member, references followed; those that lead nowhere are left out.
    func items(_ name: String, of site: LintSite, as kind: ObjectKind) -> [LintSite] {
        (site[name]?.items ?? []).enumerated().compactMap { index, value in
            self.site(kind, value, at: site.place.appending(name).appending(index))
        }
    }

    /// The objects of a member that holds them by name, references followed; those that lead nowhere are left out.
    func entries(_ name: String, of site: LintSite, as kind: ObjectKind) -> [(key: LocatedKey, site: LintSite)] {
        (site[name]?.members ?? []).compactMap { key, value in
            guard !key.name.hasPrefix("x-") else { return nil }
            return self.site(kind, value, at: site.place.appending(name).appending(key.name)).map { (key, $0) }
        }
    }

    /// An object, its references followed; nil when it is none, or a reference leads nowhere.
    func site(_ kind: ObjectKind, _ value: LocatedValue, at place: SchemaPlace) -> LintSite? {
        Self.site(kind, value, at: place, files, compiler)
    }

    private static func site(
        _ kind: ObjectKind,
        _ value: LocatedValue,
        at place: SchemaPlace,
        _ files: LocatedFiles,
        _ compiler: SchemaCompiler
    ) -> LintSite? {
        var (value, place) = (value, place)
        var seen: Set<SchemaPlace> = []
        while let reference = value["$ref"]?.scalar?.stringValue {
            guard seen.insert(place).inserted,
                let target = try? compiler.target(of: reference, at: place.appending("$ref")).place,
                let next = files.value(at: target)
            else { return nil }
            (value, place) = (next, target)
        }
        return value.isObject ? LintSite(kind: kind, value: value, place: place) : nil
    }
}

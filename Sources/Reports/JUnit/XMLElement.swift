/// An element of an XML 1.0 document, written so that any text can be in it.
///
/// Characters that XML 1.0 does not allow (section 2.2), and those that can't be seen, are written as `\u{1b}`.
struct XMLElement {
    /// The first line of a document.
    static let declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"

    private let name: String
    private let attributes: [(String, String)]
    private let content: Content

    /// An element of elements.
    ///
    /// - Parameters:
    ///   - name: its name.
    ///   - attributes: its attributes, in their order.
    ///   - children: what is in it.
    init(_ name: String, _ attributes: [(String, String)], _ children: [XMLElement] = []) {
        self.name = name
        self.attributes = attributes
        content = .children(children)
    }

    /// An element of text.
    ///
    /// - Parameters:
    ///   - name: its name.
    ///   - attributes: its attributes, in their order.
    ///   - text: what is in it.
    init(_ name: String, _ attributes: [(String, String)], text: String) {
        self.name = name
        self.attributes = attributes
        content = .text(text)
    }

    /// The element with a line break at its end.
    ///
    /// - Parameter depth: how many elements it is in.
    /// - Returns: the text.
    func text(depth: Int = 0) -> String {
        let margin = String(repeating: "  ", count: depth)
        let attributes = attributes.map { " \($0.0)=\"\(Self.escaped($0.1.visible, isAttribute: true))\"" }.joined()
        let start = "\(margin)<\(name)\(attributes)"
        switch content {
        case .children(let children) where children.isEmpty: return "\(start)/>\n"
        case .children(let children):
            return "\(start)>\n\(children.map { $0.text(depth: depth + 1) }.joined())\(margin)</\(name)>\n"
        case .text(let text) where text.isEmpty: return "\(start)/>\n"
        case .text(let text): return "\(start)>\(Self.escaped(text.visibleLines, isAttribute: false))</\(name)>\n"
        }
    }

    /// The text with the characters that mean something to XML replaced; `>` too, for the sake of `]]>`.
    private static func escaped(_ text: String, isAttribute: Bool) -> String {
        text.escapingBytes { byte in
            switch byte {
            case UInt8(ascii: "&"): "&amp;"
            case UInt8(ascii: "<"): "&lt;"
            case UInt8(ascii: ">"): "&gt;"
            case UInt8(ascii: "\"") where isAttribute: "&quot;"
            default: nil
            }
        }
    }

    private enum Content {
        case children([XMLElement])
        case text(String)
    }
}

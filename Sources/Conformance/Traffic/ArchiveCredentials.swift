import Foundation
import JSON
import JSONSchema
import Redaction

/// The secrets that an entry of an HTTP Archive carries, wherever they travel.
struct ArchiveCredentials {
    /// The entry.
    let value: JSONValue
    /// The exchange that it holds.
    let exchange: RecordedExchange

    /// The secrets, without their scheme; what is too short to be one is left out.
    var all: [String] {
        let found = headers + cookies + exchange.location.secrets + postedParameters + members
        return found.filter { $0.utf8.count >= 6 }
    }

    /// Those of header fields that hold credentials, each cookie for itself.
    private var headers: [String] {
        [value["request"], value["response"]].flatMap { message -> [String] in
            (message?["headers"]?.arrayValue ?? []).flatMap { header -> [String] in
                let name = header["name"]?.stringValue?.lowercased() ?? ""
                guard SecretName.isOne(name) || name == "seam-publishable-key", let text = header["value"]?.stringValue
                else {
                    return []
                }
                switch name {
                case "cookie": return text.split(separator: ";").compactMap(Self.cookieValue)
                case "set-cookie": return text.split(separator: "\n").compactMap(Self.cookieValue)
                default: return text.split(separator: " ").last.map { [String($0)] } ?? []
                }
            }
        }
    }

    /// Those of the lists of cookies that an archive has beside the header fields.
    private var cookies: [String] {
        [value["request"], value["response"]].flatMap { message in
            (message?["cookies"]?.arrayValue ?? []).compactMap { $0["value"]?.stringValue }
        }
    }

    /// Those of a form that was posted.
    private var postedParameters: [String] {
        (value["request"]?["postData"]?["params"]?.arrayValue ?? []).compactMap { parameter in
            guard let name = parameter["name"]?.stringValue, SecretName.isOne(name) else { return nil }
            return parameter["value"]?.stringValue
        }
    }

    /// Those of members of both bodies.
    private var members: [String] {
        [exchange.request, exchange.response].flatMap { body -> [String] in
            if case .json(let text) = body { text.value.secretMembers } else { [] }
        }
    }

    /// The value of `name=value; attributes`.
    private static func cookieValue(_ cookie: Substring) -> String? {
        let pair = cookie.prefix { $0 != ";" }
        return pair.firstIndex(of: "=").map { pair[$0...].dropFirst().trimmingCharacters(in: .whitespaces) }
    }
}

extension JSONValue {
    /// The texts of members whose names say that they hold a secret.
    fileprivate var secretMembers: [String] {
        switch self {
        case .array(let items): items.flatMap(\.secretMembers)
        case .object(let object):
            object.flatMap { member in
                if let text = member.value.stringValue {
                    SecretName.isOne(member.key) ? [text] : []
                } else {
                    member.value.secretMembers
                }
            }
        case .null, .bool, .number, .string: []
        }
    }
}

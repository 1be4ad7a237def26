import Foundation
import JSON

/// One connection to a server on loopback that sends requests one after the other.
final class LoopbackConnection {
    private let socket: Int32
    private let key: String
    private var buffered: [UInt8] = []

    /// Connects.
    ///
    /// - Parameters:
    ///   - endpoint: `http://127.0.0.1:PORT`.
    ///   - key: the API key.
    /// - Throws: when nobody listens there.
    init(endpoint: String, key: String) throws {
        self.key = key
        guard let port = URLComponents(string: endpoint)?.port else { throw BenchFailure("\(endpoint) has no port") }
        #if canImport(Glibc)
        socket = Glibc.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        #else
        socket = Darwin.socket(AF_INET, SOCK_STREAM, 0)
        #endif
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_port = in_port_t(port).bigEndian
        address.sin_addr.s_addr = inet_addr("127.0.0.1")
        let code = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard code == 0 else { throw BenchFailure("can't connect to \(endpoint)") }
    }

    deinit {
        close(socket)
    }

    /// Posts a JSON body and reads the answer.
    ///
    /// - Parameters:
    ///   - path: the path.
    ///   - body: the body.
    /// - Returns: the answer's body.
    /// - Throws: when the connection breaks or the answer is not JSON.
    func post(_ path: String, _ body: JSONValue) throws -> JSONValue {
        let bytes = body.serializedBytes()
        let head = """
            POST \(path) HTTP/1.1\r
            host: 127.0.0.1\r
            authorization: Bearer \(key)\r
            content-type: application/json\r
            content-length: \(bytes.count)\r
            \r

            """
        let request = Array(head.utf8) + bytes
        guard write(socket, request, request.count) == request.count else { throw BenchFailure("the connection broke") }
        return try JSONValue(parsing: try answerBody())
    }

    /// Reads one whole response and gives its body.
    private func answerBody() throws -> [UInt8] {
        var head: Range<[UInt8].Index>?
        while true {
            head = head ?? buffered.firstRange(of: Array("\r\n\r\n".utf8))
            if let head, let length = Self.contentLength(in: buffered[..<head.lowerBound]),
                buffered.count >= head.upperBound + length
            {
                let body = Array(buffered[head.upperBound..<head.upperBound + length])
                buffered.removeFirst(head.upperBound + length)
                return body
            }
            var chunk = [UInt8](repeating: 0, count: 1 << 16)
            let count = read(socket, &chunk, chunk.count)
            guard count > 0 else { throw BenchFailure("the connection broke") }
            buffered += chunk[..<count]
        }
    }

    /// The content-length of a response's head.
    private static func contentLength(in head: ArraySlice<UInt8>) -> Int? {
        String(decoding: head, as: UTF8.self).lowercased().split(whereSeparator: \.isNewline)
            .first { $0.hasPrefix("content-length:") }
            .flatMap { Int($0.split(separator: ":")[1].drop { $0 == " " }) }
    }
}

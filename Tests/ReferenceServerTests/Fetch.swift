import Foundation
import JSON
import Testing

#if canImport(FoundationNetworking)
import FoundationNetworking
#endif

/// The status and body of a GET.
func fetch(_ url: String, _ headers: [String: String]) async throws -> (status: Int, body: JSONValue) {
    var request = URLRequest(url: try #require(URL(string: url)))
    // A busy machine takes its time.
    request.timeoutInterval = 600
    for (name, value) in headers { request.setValue(value, forHTTPHeaderField: name) }
    let (data, response) = try await URLSession.shared.data(for: request)
    let status = try #require(response as? HTTPURLResponse).statusCode
    return (status, try JSONValue(parsing: Array(data)))
}

import Foundation
import Testing

@testable import History

@Suite("Body content")
struct BodyContentTests {
    @Test(
        "a text comes out as it went in",
        arguments: [
            "", "a", "\u{0}", String(repeating: "{\"a\": 1}", count: 1000), String(repeating: "é", count: 4000),
        ]
    )
    func roundTrip(text: String) {
        let content = BodyContent(text)
        #expect(BodyContent(bytes: content.bytes, expandedCount: content.expandedCount).text == text)
    }

    @Test("a long text with repetitions takes a tenth of its size, a short one is left as it is")
    func size() {
        #expect(BodyContent(String(repeating: "{\"a\": 1}", count: 1000)).bytes.count < 800)
        #expect(BodyContent("{\"a\": 1}") == BodyContent(bytes: Data("{\"a\": 1}".utf8), expandedCount: nil))
    }

    @Test("a text that can't be made smaller is left as it is")
    func incompressible() {
        var generator = SystemRandomNumberGenerator()
        let letters = Array("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+/")
        let text = String((0..<130).compactMap { _ in letters.randomElement(using: &generator) })
        let content = BodyContent(text)
        #expect(content.bytes.count <= text.utf8.count)
        #expect(content.text == text)
    }

    @Test("bytes that are not the compressed form of so many have no text")
    func damaged() {
        let content = BodyContent(String(repeating: "a", count: 1000))
        #expect(BodyContent(bytes: content.bytes, expandedCount: 999).text == nil)
        #expect(BodyContent(bytes: content.bytes, expandedCount: 1001).text == nil)
        #expect(BodyContent(bytes: content.bytes, expandedCount: -1).text == nil)
        #expect(BodyContent(bytes: content.bytes, expandedCount: .max).text == nil)
        #expect(BodyContent(bytes: content.bytes.dropLast(), expandedCount: 1000).text == nil)
        #expect(BodyContent(bytes: Data(), expandedCount: 1000).text == nil)
    }
}

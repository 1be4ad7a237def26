import JSONSchema
import Testing

@Suite("Formats")
struct FormatTests {
    /// A format with strings that keep it and strings that break it.
    struct Table: Sendable, CustomTestStringConvertible {
        let format: SchemaFormat
        let good: [String]
        let bad: [String]
        var testDescription: String { format.name }
    }

    @Test(
        "each format accepts and refuses what its RFC says",
        arguments: [
            Table(
                format: .uuid,
                good: ["8d7e0b3a-8889-49a7-9164-4b6a0468d33a", "8D7E0B3A-8889-49A7-9164-4B6A0468D33A"],
                bad: [
                    "", "8d7e0b3a888949a791644b6a0468d33a", "8d7e0b3a-8889-49a7-9164-4b6a0468d33",
                    "8d7e0b3a-8889-49a7-9164-4b6a0468d33g", "{8d7e0b3a-8889-49a7-9164-4b6a0468d3}",
                    "8d7e0b3a-8889-49a7-9164-4b6a0468d33a\n",
                ]
            ),
            Table(
                format: .date,
                good: ["2024-02-29", "2000-02-29", "1999-12-31"],
                bad: [
                    "2023-02-29", "1900-02-29", "2024-13-01", "2024-00-01", "2024-04-31", "2024-1-1", "2024-01-01T", "",
                ]
            ),
            Table(
                format: .dateTime,
                good: [
                    "2024-05-13T20:22:33Z", "2024-05-13t20:22:33.123456789z", "2024-05-13T20:22:33.5+05:30",
                    "2016-12-31T23:59:60Z", "2017-01-01T05:29:60+05:30", "2016-12-31T15:59:60.9-08:00",
                    "2024-05-13T20:22:33-00:00",
                ],
                bad: [
                    "2024-05-13", "2024-05-13 20:22:33Z", "2024-05-13T20:22:33", "2024-05-13T20:22Z",
                    "2024-05-13T24:00:00Z", "2024-05-13T20:60:00Z", "2024-05-13T20:22:60Z", "2024-05-13T20:22:61Z",
                    "2024-05-13T20:22:33.Z", "2024-05-13T20:22:33+0530", "2024-05-13T20:22:33+24:00",
                    "2024-05-13T20:22:33Zx", "2024-02-30T00:00:00Z", "２024-05-13T20:22:33Z",
                ]
            ),
            Table(
                format: .email,
                good: [
                    "jane.doe+tag@example.com", "a@b", "a@b.co", "\"a b\"@example.com", "a@[127.0.0.1]",
                    "a@[IPv6:2001:db8::1]", "!#$%&'*+-/=?^_`{|}~@example.com",
                ],
                bad: [
                    "", "x", "a@", "@b", "a@b@c", ".a@b.c", "a.@b.c", "a..b@c.d", "a b@c.d", "a@-b.c", "a@b-.c",
                    "a@b..c",
                    "a@b_c.d", "a@[300.0.0.1]", "a@[1::2::3]", "jané@example.com", "\"a\"b\"@c.d", "a@b.c\n",
                    String(repeating: "a", count: 65) + "@b.c",
                ]
            ),
            Table(
                format: .uri,
                good: [
                    "https://example.com", "https://user@example.com:8080/a%20b?c=d#e", "urn:isbn:0451450523",
                    "mailto:a@b.c", "http://[::1]:80/", "http://[v1.a:b]/", "file:///etc/hosts", "a:",
                ],
                bad: [
                    "", "example.com", "//example.com", "/path", "1http://a", "https://a b", "https://a/%2",
                    "https://[::1",
                    "https://[::g]/", "https://a:b/", "https://é.com", "https://a/<b>", "https://a#b#c",
                ]
            ),
        ]
    )
    func table(table: Table) {
        for text in table.good { #expect(table.format.accepts(text), "\(text)") }
        for text in table.bad { #expect(!table.format.accepts(text), "\(text)") }
    }

    @Test("formats are found by name; those that are not checked have none")
    func names() {
        #expect(SchemaFormat.all.map(\.name) == ["date", "date-time", "email", "uri", "uuid"])
        for format in SchemaFormat.all { #expect(SchemaFormat.named(format.name)?.name == format.description) }
        #expect(SchemaFormat.named("hostname") == nil)
    }
}

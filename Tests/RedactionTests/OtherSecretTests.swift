import Redaction
import Testing

@Suite("Secrets that are not the user's own")
struct OtherSecretTests {
    private let redactor = Redactor(secrets: [Secret("own/key+4711", name: "$SEAM_API_KEY")])

    @Test(
        "Whatever has the shape of a token is replaced",
        arguments: [
            ("seam_cst1abcdefgh_0123", "[redacted]"), ("x seam_at12345678_abc y", "x [redacted] y"),
            ("eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIn0. x", "[redacted] x"), ("eyJhbGci.aaaa.bb.cc.dd", "[redacted]"),
            ("a-seam_cst1abcdefgh_0123-b", "a-[redacted]-b"),
            ("eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbg", "[redacted]"),
        ]
    )
    func shapes(text: String, expected: String) {
        #expect(redactor.redacted(text) == expected)
    }

    @Test(
        "What only looks a little like one stays",
        arguments: [
            "seam_client_session_token", "seam_api_key", "set SEAM_OTHER_API_KEY", "$SEAM_PERSONAL_ACCESS_TOKEN",
            "eyJ.x", #"{"token":null}"#, #"{"tokens":"a"}"#, "", "😀 é",
        ]
    )
    func keeps(text: String) {
        #expect(redactor.redacted(text) == text)
    }

    @Test(
        "A value beside a name that says that it is a secret is replaced",
        arguments: [
            (#"{"token":"opaque\"1","a":1}"#, #"{"token":"[redacted]","a":1}"#),
            (#"{"token" : "opaque"}"#, #"{"token" : "[redacted]"}"#),
            (#"{"access_token":"a","b":1}"#, #"{"access_token":"[redacted]","b":1}"#),
            (#"{"clientSessionToken":"a"}"#, #"{"clientSessionToken":"[redacted]"}"#),
            (#"{"Refresh-Token":"a"}"#, #"{"Refresh-Token":"[redacted]"}"#),
            (#"{"api_key":"a","x_secret":"b"}"#, #"{"api_key":"[redacted]","x_secret":"[redacted]"}"#),
            (#"{"to\u006ben":"a\\","x":"y"}"#, #"{"to\u006ben":"[redacted]","x":"y"}"#),
            (#"{"password":1234,"x":1}"#, #"{"password":"[redacted]","x":1}"#),
            (#"{"secret":{"a":"}","b":[1]},"x":1}"#, #"{"secret":"[redacted]","x":1}"#),
            (#"{"api_keys":["a","b"],"x":1}"#, #"{"api_keys":"[redacted]","x":1}"#),
            (#"{"pin_code":"12","access_code":1234}"#, #"{"pin_code":"[redacted]","access_code":"[redacted]"}"#),
            (#"{"a_token\\\\":{"b":1}}"#, #"{"a_token\\\\":"[redacted]"}"#),
            (#"{"k":"\"-----BEGIN PRIVATE KEY-----\"","x":1}"#, #"{"k":"\"[redacted]\"","x":1}"#),
            (#"{"door_code":["12","34"],"x":1}"#, #"{"door_code":"[redacted]","x":1}"#),
            (#"{"code":"0042","error":{"code":"4"}}"#, #"{"code":"[redacted]","error":{"code":"4"}}"#),
            (
                #"{"a":"{\"token\":\"ab\\\"c\",\"pin\":1234,\"z\":1}","b":2}"#,
                #"{"a":"{\"token\":\"[redacted]\",\"pin\":\"[redacted]\",\"z\":1}","b":2}"#
            ),
            ("a=b&access_token=x%26y&c=d", "a=b&access_token=[redacted]&c=d"),
            ("http://h/p?key=AIza0123456&x=1", "http://h/p?key=[redacted]&x=1"),
            ("https://h/cb?code=0123456789abcdefg&x=1", "https://h/cb?code=[redacted]&x=1"),
            ("%22token%22%3A%22abc%22%2C%22b%22", "%22token%22%3A%22[redacted]%22%2C%22b%22"),
            ("<a password='x' b=\"c\"><token>y</token>", "<a password='[redacted]' b=\"c\"><token>[redacted]</token>"),
            (#"<input name="password" value="x">"#, #"<input name="password" value="[redacted]">"#),
            (
                #"[{"name":"Authorization","value":"Bearer a"},{"name":"b","value":"c"}]"#,
                #"[{"name":"Authorization","value":"[redacted]"},{"name":"b","value":"c"}]"#
            ),
            ("authorization: Bearer abcdef123 x", "authorization: Bearer [redacted] x"),
            ("password: hunter2, y", "password: [redacted], y"),
            (#"{"token":"cut in the midd"#, #"{"token":"[redacted]"#),
        ]
    )
    func named(text: String, expected: String) {
        #expect(redactor.redacted(text) == expected)
        #expect(redactor.redacted(expected) == expected)
    }

    @Test(
        "A value beside another name stays, and so does what says nothing",
        arguments: [
            #"{"token":null,"password":true,"secret":"","api_key":{},"tokens":"a"}"#, #"{"next_page_token":"abc"}"#,
            #"{"code":"not_found","status_code":4000,"country_code":"0049"}"#, "token: expected a string, got null",
            #"{"access_code":{"access_code_id":"x"},"access_codes":[{"name":"a"}]}"#, #"{"key":"abcdefgh"}"#,
            #"{"user_identity_key":"seamcheck-0123456789abc"}"#, "if token == nil { }", "/client_session/token: absent",
            #"{"api_keys":[{"name":"a"}]}"#, #"{"next":"/a?token=","b":"c"}"#, #"["enter your token:","b"]"#,
            "https://h/cb?code=404", "the password is wrong",
        ]
    )
    func keepsNames(text: String) {
        #expect(redactor.redacted(text) == text)
    }

    @Test("A value that is the user's own secret keeps its name")
    func ownValue() {
        #expect(redactor.redacted(#"{"api_key":"own\/key+4711"}"#) == #"{"api_key":"$SEAM_API_KEY"}"#)
        #expect(redactor.redacted(#"{"own/key+4711":1}"#) == #"{"$SEAM_API_KEY":1}"#)
    }

    @Test(
        "A private key is replaced: whole, with escapes, cut at its end and cut at its beginning",
        arguments: [
            (
                "a\n-----BEGIN RSA PRIVATE KEY-----\nMIIE\n/+==\n-----END RSA PRIVATE KEY-----\nb",
                "a\n[redacted]\nb"
            ),
            (
                #"{"k":"-----BEGIN PRIVATE KEY-----\nMIIE\n-----END PRIVATE KEY-----\n","x":1}"#,
                #"{"k":"[redacted]\n","x":1}"#
            ),
            (#"{"k":"-----BEGIN EC PRIVATE KEY-----\nMIIE"#, #"{"k":"[redacted]"#),
            (#"{"k":"MIIE\n/+==\n-----END PRIVATE KEY-----","x":1}"#, #"{"k":"[redacted]","x":1}"#),
            ("-----BEGIN OPENSSH PRIVATE KEY----- b3Bl -----END OPENSSH PRIVATE KEY----- x", "[redacted] x"),
            ("-----BEGIN CERTIFICATE-----\nMIIE\n-----END CERTIFICATE-----", nil),
            ("-----BEGIN PUBLIC KEY-----\nMIIE\n-----END PUBLIC KEY-----", nil),
        ]
    )
    func pem(text: String, expected: String?) {
        #expect(redactor.redacted(text) == expected ?? text)
    }

    @Test(
        "The user and the password of a URL are replaced",
        arguments: [
            ("http://user:pa%40ss@host/x", "http://[redacted]@host/x"),
            (#"http:\/\/u@h\/"#, #"http:\/\/[redacted]@h\/"#),
            ("http://host/a@b", "http://host/a@b"), ("http://@h", "http://@h"),
            ("http://a@b@h:1/", "http://[redacted]@h:1/"),
        ]
    )
    func urls(text: String, expected: String) {
        #expect(redactor.redacted(text) == expected)
    }

    @Test(
        "A header field that holds a credential shows its name, its scheme and the attributes of a cookie",
        arguments: [
            ("Authorization", "Bearer opaque", "Bearer [redacted]"), ("authorization", "opaque text", "[redacted]"),
            ("authorization", "Bearer own/key+4711", "Bearer $SEAM_API_KEY"), ("x-api-key", "abc", "[redacted]"),
            ("cookie", "sid=1; b=\"2\"", "sid=[redacted]; b=[redacted]"), ("cookie", "opaque", "[redacted]"),
            ("set-cookie", "sid=a=b; Path=/; HttpOnly", "sid=[redacted]; Path=/; HttpOnly"),
            ("set-cookie", "sid=; Max-Age=0", "sid=; Max-Age=0"), ("x-auth-token", "abc", "[redacted]"),
            ("accept", "application/json", "application/json"),
            ("location", "/a?token=x&b=c", "/a?token=[redacted]&b=c"),
        ]
    )
    func headers(name: String, value: String, expected: String) {
        #expect(redactor.header(name, value).value == expected)
        #expect(redactor.header(name, expected).value == expected)
    }

    @Test("The name of a header field is redacted, too")
    func headerNames() {
        #expect(redactor.header("x-own/key+4711", "a").name == "x-$SEAM_API_KEY")
    }

    @Test(
        "What is said of a value is hidden when its place says that it is a secret",
        arguments: [
            ("/client_session/token", #""opaque""#, #""[redacted]""#), ("/client_session/token", "absent", "absent"),
            ("$.client_session.token", #""opaque te…"#, #""[redacted]"#), ("/a/pin_code", "1234", #""[redacted]""#),
            ("header set-cookie", #""sid=1""#, #""[redacted]""#), ("/users/0/name", #""a""#, #""a""#),
            ("$['access_token'][0]", #""a""#, #""[redacted]""#), ("status", "200", "200"), ("", "1", "1"),
        ]
    )
    func places(place: String, statement: String, expected: String) {
        #expect(redactor.statement(statement, at: place) == expected)
    }
}

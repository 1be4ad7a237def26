import JSON
import Testing

@Suite("JSON number") struct JSONNumberTests {
    private func number(_ text: String) throws -> JSONNumber {
        try #require(JSONNumber(text: text))
    }

    @Test(
        "numbers of one value are equal, hash alike and have one canonical form, however written",
        arguments: [
            ["0", "-0", "0.0", "0e5", "-0.000e-999999999999"], ["100", "1E2", "1e+2", "100.00", "0.1e3", "10000e-2"],
            ["0.1", "0.10", "1e-1", "1E-01", "0.01e1"], ["-1.5", "-15e-1", "-0.15e1"],
            ["1e999999999", "10e999999998", "0.1e1000000000"], ["9223372036854775808", "9.223372036854775808e18"],
            ["1e-400", "0.1e-399"], ["123456789012345678901234567890", "12345678901234567890123456789e1"],
        ]
    )
    func equality(texts: [String]) throws {
        let numbers = try texts.map(number)
        for other in numbers {
            #expect(numbers[0] == other)
            #expect(numbers[0].hashValue == other.hashValue)
            #expect(
                JSONValue.number(other).serialized(.canonical) == JSONValue.number(numbers[0]).serialized(.canonical)
            )
            #expect(!(numbers[0] < other) && !(other < numbers[0]))
        }
    }

    @Test("numbers are ordered by their exact value")
    func order() throws {
        let ascending = try [
            "-1e401", "-1e400", "-9007199254740993", "-9007199254740992", "-2", "-1.5", "-0.1", "-1e-400", "0",
            "1e-401",
            "1e-400", "0.1", "0.10000000000000000000001", "1", "9", "10", "9007199254740992", "9007199254740993",
            "9007199254740993.5", "1e400", "1.1e400", "1e401", "1e999999999999999999", "1e9999999999999999999999",
        ].map(number)
        for (place, left) in ascending.enumerated() {
            for (otherPlace, right) in ascending.enumerated() {
                #expect((left < right) == (place < otherPlace), "\(left) < \(right)")
                #expect((left == right) == (place == otherPlace), "\(left) == \(right)")
            }
        }
    }

    @Test(
        "a number is an Int when its value is one",
        arguments: zip(
            ["0", "-0.0", "1.0", "1e2", "1.5e1", "-12", "9223372036854775807", "-9223372036854775808", "0.922e3"],
            [0, 0, 1, 100, 15, -12, Int.max, Int.min, 922]
        )
    )
    func integers(text: String, value: Int) throws {
        #expect(try number(text).intValue == value)
        #expect(try number(text).isInteger)
    }

    @Test(
        "a number with a fraction or beyond Int is no Int",
        arguments: ["0.5", "1e-1", "9223372036854775808", "-1e19", "1e999999999"]
    )
    func notIntegers(text: String) throws {
        #expect(try number(text).intValue == nil)
    }

    @Test("whether a number is whole does not depend on its size")
    func wholeness() throws {
        #expect(try number("1e400").isInteger)
        #expect(try number("123456789012345678901234567890.000").isInteger)
        #expect(try !number("1e-400").isInteger)
        #expect(try !number("123456789012345678901234567890.5").isInteger)
    }

    @Test(
        "multiples are found exactly",
        arguments: [
            ("0.3", "0.1", true), ("1.1", "0.1", true), ("0.35", "0.1", false), ("4.02", "0.01", true),
            ("0", "3", true),
            ("-9", "3", true), ("9", "-3", true), ("10", "4", false), ("1e308", "0.123456789", false),
            ("7", "0", false),
            ("0", "0", true), ("1e999999999", "8", true), ("1e999999999", "3", false), ("1e-7", "1e-8", true),
            ("1e-8", "1e-7", false), ("1.0", "0.00000000000000000000000000000000000001", true),
            ("246913578024691357802469135780", "123456789012345678901234567890", true),
            ("246913578024691357802469135781", "123456789012345678901234567890", false),
            ("1e100", "1267650600228229401496703205376", true), ("1e99", "1267650600228229401496703205377", false),
            ("12391239123", "1e-8", true),
        ]
    )
    func multiples(value: String, divisor: String, isMultiple: Bool) throws {
        #expect(try number(value).isMultiple(of: number(divisor)) == isMultiple)
    }

    @Test("multiples of divisors of more than 18 digits are found as by integers of 128 bits")
    func multiplesOfLongDivisors() throws {
        for _ in 0..<2000 {
            let divisor = UInt128.random(in: 1_000_000_000_000_000_000...1_000_000_000_000_000_000_000)
            let factor = UInt128.random(in: 0...10_000_000_000_000_000)
            let rest = UInt128.random(in: 0..<divisor)
            let (value, other) = (divisor * factor, divisor * factor + rest)
            #expect(try number("\(value)").isMultiple(of: number("\(divisor)")), "\(value) / \(divisor)")
            let isMultiple = other % divisor == 0
            let isFound = try number("\(other)").isMultiple(of: number("\(divisor)"))
            #expect(isFound == isMultiple, "\(other) / \(divisor)")
        }
    }

    @Test(
        "only the grammar of RFC 8259 is a number",
        arguments: ["", "+1", ".5", "1.", "01", "1e", "0x1", "NaN", " 1", "1 ", "--1", "1,2", "\"1\""]
    )
    func grammar(text: String) {
        #expect(JSONNumber(text: text) == nil)
    }

    @Test("a Double is written with the shortest digits, and infinity is refused")
    func doubles() throws {
        #expect(JSONNumber(0.1)?.text == "0.1")
        #expect(JSONNumber(100.0)?.text == "100")
        #expect(JSONNumber(1e16)?.intValue == 10_000_000_000_000_000)
        #expect(JSONNumber(.leastNonzeroMagnitude)?.doubleValue == .leastNonzeroMagnitude)
        #expect(JSONNumber(Double.infinity) == nil)
        #expect(JSONNumber(Double.nan) == nil)
        #expect(try number("1e400").doubleValue == .infinity)
        #expect(try number("2.5").doubleValue == 2.5)
    }

    @Test(
        "the canonical form is plain where that is short",
        arguments: zip(
            ["1E2", "0.10", "-1.5e-3", "1e21", "1e20", "12345.678e2", "1.50e-9", "-0", "123e400"],
            ["100", "0.1", "-0.0015", "1e21", "100000000000000000000", "1234567.8", "1.5e-9", "0", "1.23e402"]
        )
    )
    func canonicalForm(text: String, canonical: String) throws {
        #expect(JSONValue.number(try number(text)).serialized(.canonical) == canonical)
    }
}

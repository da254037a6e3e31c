import Testing

@testable import Values

@Suite("Number formats in d3's notation")
struct NumberFormatTests {
  /// A number under a specifier, with a hyphen for the minus.
  private func text(_ value: Double, _ specifier: String, _ language: Language = .english) -> String
  {
    switch NumberFormat.parse(specifier) {
    case .success(let format):
      format.text(value, in: language).replacing("\u{2212}", with: "-")
    case .failure(let error): "\(error.message) at \(error.offset)"
    }
  }

  @Test(
    "Notations",
    arguments: [
      // Fixed, halves by the exact value.
      ("f", 0.125, "0.125000"), (".2f", 0.125, "0.13"), (".2f", 1.005, "1.00"),
      (".1f", 0.25, "0.3"), (".1f", 0.35, "0.3"), (".0f", 2.5, "3"), (".0f", 0.5, "1"),
      (".0f", 1e20, "100000000000000000000"), (".2f", 0, "0.00"), (".3f", 123.4567, "123.457"),
      (".20f", 0.1, "0.10000000000000000555"), (".1f", 0.04, "0.0"), (".1f", 9.96, "10.0"),
      // With an exponent.
      ("e", 123456, "1.234560e+5"), (".1e", 0.000_123, "1.2e-4"), (".0e", 5, "5e+0"),
      (".2e", 0, "0.00e+0"), (".0e", 9.9e10, "1e+11"),
      // General.
      ("g", 123456, "123456"), (".2g", 0.042, "0.042"), (".2g", 42, "42"), (".2g", 420, "4.2e+2"),
      (".3g", 0.000_000_12, "1.20e-7"), (".1g", 0, "0"), (".3g", 1, "1.00"),
      // None: twelve digits at most, trimmed.
      ("", 42, "42"), ("", 4.20, "4.2"), ("", 0.1 + 0.2, "0.3"), ("", 1e15, "1e+15"),
      ("", 1e-9, "1e-9"), (",", 1_234_567.25, "1,234,567.25"), (".3", 1234, "1.23e+3"),
      // Rounded to significant digits.
      (".1r", 0.049, "0.05"), (".1r", 490, "500"), (".2r", 123_456, "120000"), (".3r", 0, "0"),
      ("p", 0, "0%"),
      ("r", 12.5, "12.5000"), (".2r", 0.000_000_123, "0.00000012"),
      // SI prefixes.
      ("s", 1500, "1.50000k"), (".2s", 1500, "1.5k"), ("~s", 1500, "1.5k"), (".3s", 1e6, "1.00M"),
      (".2s", 42e6, "42M"), ("~s", 0.000_001, "1µ"), (".0s", 0.02, "20m"), (".4s", 999.5, "999.5"),
      ("s", 0, "0.00000"), (".1s", 999, "1k"), (".3s", 1e30, "1000000Y"), ("~s", 1e-25, "0.1y"),
      // Percent.
      (".0%", 0.123, "12%"), (".1%", 0.1234, "12.3%"), (".2p", 0.1234, "12%"),
      ("%", 1, "100.000000%"),
      // Whole numbers, other bases.
      ("d", 42.4, "42"), ("d", 42.5, "43"), ("d", 1e23, "100000000000000000000000"),
      (",d", 4_200_000, "4,200,000"), ("b", 10, "1010"),
      ("o", 10, "12"), ("x", 48879, "beef"), ("X", 48879, "BEEF"), ("#x", 48879, "0xbeef"),
      ("#b", 3, "0b11"), ("#X", 255, "0xFF"), ("c", 4.25, "4.25"),
    ] as [(String, Double, String)])
  func notations(specifier: String, value: Double, expected: String) {
    #expect(text(value, specifier) == expected)
  }

  @Test(
    "Signs, symbols, widths and groups",
    arguments: [
      ("+d", 42, "+42"), ("+d", -42, "-42"), ("+d", 0, "+0"), ("+.0f", -0.1, "-0"),
      (".0f", -0.1, "0"), ("(d", -42, "(42)"), ("(d", 42, "42"), (" d", 42, " 42"),
      ("-d", -42, "-42"),
      ("$,.2f", 1234.5, "$1,234.50"), ("$.2f", -5, "-$5.00"), ("($.2f", -5, "($5.00)"),
      ("8d", 42, "      42"), ("<8d", 42, "42      "), ("^8d", 42, "   42   "),
      ("^7d", 42, "  42   "), ("=8d", -42, "-     42"), ("*>8d", 42, "******42"),
      (".=8d", -42, "-.....42"), ("08d", 42, "00000042"), ("08d", -42, "-0000042"),
      ("0,d", 1234567, "1,234,567"), ("012,d", 1234, "0,000,001,234"),
      ("08,d", 123456, "0,123,456"),
      ("010,.1f", 1234.5, "0,001,234.5"), (",.1f", 999.96, "1,000.0"), (".3~f", 1.5, "1.5"),
      ("~e", 1500, "1.5e+3"),
      (".2~%", 0.5, "50%"), (",~r", 1234.5, "1,234.5"), ("n", 1234.5, "1,234.50"),
    ] as [(String, Double, String)])
  func looks(specifier: String, value: Double, expected: String) {
    #expect(text(value, specifier) == expected)
  }

  @Test("German marks, percent and money")
  func german() {
    #expect(text(1234.5, ",.2f", .german) == "1.234,50")
    #expect(text(0.5, ".0%", .german) == "50\u{202F}%")
    #expect(text(1234.5, "$,.2f", .german) == "1.234,50\u{A0}€")
    #expect(text(1500, "~s", .german) == "1,5k")
  }

  @Test("What is no number is said so, whatever the notation")
  func specials() {
    for notation in NumberFormat.Notation.allCases {
      let format = NumberFormat(notation)
      #expect(format.text(.nan, in: .english) == "–")
      #expect(format.text(.infinity, in: .english).contains("∞"))
      #expect(format.text(-.infinity, in: .english).hasPrefix("\u{2212}"))
      #expect(!format.text(.greatestFiniteMagnitude, in: .english).isEmpty)
      #expect(!format.text(.leastNonzeroMagnitude, in: .english).isEmpty)
    }
  }

  @Test(
    "A text that is no format says where",
    arguments: [
      ("q", 0), (".f", 1), ("d3", 1), (",,d", 1), (".1ff", 3), ("999999d", 0), (".99f", 1),
      ("ä", 0), ("é>é", 3),
    ])
  func faults(specifier: String, offset: Int) {
    guard case .failure(let error) = NumberFormat.parse(specifier) else {
      Issue.record("\(specifier) is a format")
      return
    }
    #expect(error.offset == offset, "\(error.message)")
  }

  @Test("Exact digits round as the number is, not as it is written")
  func digits() {
    #expect(DecimalDigits(exactly: 0.1).digits.count == 55)
    #expect(DecimalDigits(exactly: .leastNonzeroMagnitude).exponent == -324)
    #expect(DecimalDigits(exactly: .greatestFiniteMagnitude).digits.count == 309)
    #expect(
      DecimalDigits(shortest: 1e23).fixed(places: 0) == "1" + String(repeating: "0", count: 23))
    #expect(DecimalDigits(shortest: 0.00120).digits == [1, 2])
    #expect(DecimalDigits(shortest: 0.00120).exponent == -3)
    #expect(DecimalDigits(shortest: 12.5e-7).exponent == -6)
    #expect(DecimalDigits(shortest: 0) == DecimalDigits(exactly: 0))
    #expect(DecimalDigits(shortest: .greatestFiniteMagnitude).fixed(places: 0).count == 309)
    #expect(DecimalDigits(exactly: 9.5).fixed(places: 0) == "10")
    #expect(DecimalDigits(exactly: 0.4).rounded(places: 0).isZero)
    #expect(DecimalDigits(exactly: 0.6).fixed(places: 0) == "1")
    #expect(DecimalDigits(exactly: 0.06).fixed(places: 1) == "0.1")
    #expect(DecimalDigits(exactly: 0.0006).fixed(places: 1) == "0.0")
  }
}

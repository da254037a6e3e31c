import Testing

@testable import Programs

@Suite("Moments that servers write")
struct HTTPDateTests {
  /// 26 November 2026.
  private static let now = 1_795_651_200

  @Test(
    "All three forms of RFC 9110 are read",
    arguments: [
      // The examples of its section 5.6.7, one moment in three forms.
      ("Sun, 06 Nov 1994 08:49:37 GMT", 784_111_777),
      ("Sunday, 06-Nov-94 08:49:37 GMT", 784_111_777),
      ("Sun Nov  6 08:49:37 1994", 784_111_777),
      ("Thu, 01 Jan 1970 00:00:00 GMT", 0), ("Thu, 29 Feb 2024 23:59:59 GMT", 1_709_251_199),
      ("Tue, 01 Mar 2022 00:00:00 GMT", 1_646_092_800),
      ("Thursday, 26-Nov-26 00:00:00 GMT", 1_795_651_200),
      ("Tuesday, 31-Dec-75 00:00:00 GMT", 3_344_976_000),
    ])
  func moments(text: String, expected: Int) {
    #expect(HTTPDate.seconds(text, now: Self.now) == expected)
  }

  @Test(
    "What is no moment is none",
    arguments: [
      "", "soon", "120", "Sun, 06 Nov 1994", "Sun, 32 Nov 1994 08:49:37 GMT",
      "Sun, 06 Nov 1994 25:49:37 GMT", "Sun, 06 Nov 1994 08:49 GMT",
      "Sun, 06 Nox 1994 08:49:37 GMT",
      "Sun, 06 Nov 1994 08:49:37 CET", "Sun, +6 Nov 1994 08:49:37 GMT",
      "Sun, 06 Nov 99999 08:49:37 GMT",
    ])
  func others(text: String) {
    #expect(HTTPDate.seconds(text, now: Self.now) == nil)
  }
}

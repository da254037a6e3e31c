import Foundation
import Testing

@testable import Programs

@Suite("How long a host asks to be left alone")
struct RetryAfterTests {
  @Test(
    "Seconds and the three forms of dates are read",
    arguments: [
      ("120", 120), (" 0 ", 0), ("Sun, 06 Nov 1994 08:49:37 GMT", 60),
      ("Sunday, 06-Nov-94 08:49:37 GMT", 60), ("Sun Nov 6 08:49:37 1994", 60),
      ("Sun, 06 Nov 1994 08:48:00 GMT", 0),
    ])
  func forms(text: String, seconds: Int) {
    // 08:48:37 on 6 November 1994.
    let now = Date(timeIntervalSince1970: 784_111_717)
    #expect(RetryAfter.seconds(text, from: now) == seconds)
  }

  @Test("What says nothing is nothing", arguments: ["", "soon", "Sun, 06 Nov", "1e9"])
  func noise(text: String) {
    #expect(RetryAfter.seconds(text, from: Date(timeIntervalSince1970: 0)) == nil)
  }
}

import Testing

@testable import Charts

@Suite("Measured text")
struct TextMetricsTests {
  @Test("Latin text is as wide as the font says")
  func latin() {
    #expect(TextMetrics.width("0123456789", size: 2048) == 11390)
    #expect(TextMetrics.width("Wāa", size: 2048) == 1933 + 1139 + 1139)
    #expect(TextMetrics.width("−€", size: 2048, weight: .bold) > 0)
    #expect(TextMetrics.width("", size: 12) == 0)
  }

  @Test("Combining marks take no room, and other scripts take some")
  func others() {
    #expect(TextMetrics.width("e\u{301}", size: 12) == TextMetrics.width("e", size: 12))
    #expect(TextMetrics.width("خراسان", size: 12) > 20)
    #expect(TextMetrics.width("漢字", size: 12) == 24)
  }

  @Test("Text that does not fit is cut short")
  func ellipsis() {
    let long = String(repeating: "Haqqani organisation ", count: 500)
    let cut = TextMetrics.ellipsis(long, toFit: 100, size: 12)
    #expect(cut.hasSuffix("…"))
    #expect(TextMetrics.width(cut, size: 12) <= 100)
    #expect(TextMetrics.ellipsis("short", toFit: 100, size: 12) == "short")
    #expect(TextMetrics.ellipsis("word", toFit: 1, size: 12) == "…")
  }

  @Test("Wrapped lines fit, and nothing is lost while there are lines left")
  func wrap() {
    let text = "United Nations Special Representative in Afghanistan"
    let lines = TextMetrics.wrap(text, width: 120, size: 12, maximumLines: 9)
    #expect(lines.joined(separator: " ") == text)
    #expect(lines.allSatisfy { TextMetrics.width($0, size: 12) <= 120 })
    let two = TextMetrics.wrap(text, width: 120, size: 12, maximumLines: 2)
    #expect(two.count == 2)
    #expect(two.last?.hasSuffix("…") == true)
  }
}

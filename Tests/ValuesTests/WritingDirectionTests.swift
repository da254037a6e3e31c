import Testing

@testable import Values

@Suite("Writing direction")
struct WritingDirectionTests {
  @Test(
    "A script that is named decides, and else the language",
    arguments: [
      ("ar", true), ("AR-eg", true), ("he", true), ("fa-AF", true), ("ps", true), ("ur", true),
      ("en", false), ("de-CH", false), ("uz", false), ("uz-Arab", true), ("az-Latn", false),
      ("ks-Deva", false), ("sr-Latn-RS", false), ("en-x-arab", false), ("", false), ("-", false),
    ])
  func directions(tag: String, isLeft: Bool) {
    #expect((WritingDirection(tag: tag) == .rightToLeft) == isLeft, "\(tag)")
  }
}

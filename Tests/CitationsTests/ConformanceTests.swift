import Citations
import Testing

@Suite("Citations as pandoc sets them", .enabled(if: Conformance.isPresent))
struct ConformanceTests {
  @Test("Every form of citation reads as pandoc's does")
  func citations() throws {
    let conformance = try Conformance()
    let processor = try CitationProcessor.chicago(conformance.library)
    #expect(conformance.cases.count == 32)
    for (markdown, plain) in conformance.cases {
      #expect(withoutMarkup(markdown, processor) == plain, "\(markdown)")
    }
  }

  @Test("The list of sources has pandoc's entries in pandoc's order")
  func bibliography() throws {
    let conformance = try Conformance()
    let processor = try CitationProcessor.chicago(conformance.library)
    let keys = conformance.library.sources.map(\.id)
    let page = processor.process([], alsoListing: keys)
    #expect(page.bibliography.entries.map(\.text.plain) == conformance.entries)
    #expect(page.bibliography.entries.map { html($0.text) } == conformance.htmlEntries)
  }

  /// What Markdown does about citations: code spans stay, escapes and attributes go.
  private func withoutMarkup(_ markdown: String, _ processor: CitationProcessor) -> String {
    let parts = markdown.split(separator: "`", omittingEmptySubsequences: false)
    let set = parts.enumerated().map { $0 % 2 == 1 ? String($1) : processor.set(String($1)) }
    let text = set.joined().replacing("\\@", with: "@")
    guard text.hasSuffix("]{.x}"), text.hasPrefix("[") else { return text }
    return String(text.dropFirst().dropLast(5))
  }

  private func html(_ text: RichText) -> String {
    text.runs.map { run in
      if let url = run.url { return "<a href=\"\(url)\">\(run.text)</a>" }
      return run.style.contains(.emphasis) ? "<em>\(run.text)</em>" : run.text
    }.joined()
  }
}

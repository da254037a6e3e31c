import Bytes
import Diagnostics
import Documents
import Markdown
import SiteModel

/// Reads one page: its head, its text, its blocks.
struct PageParser: Sendable {
  /// What site.yaml says.
  let configuration: SiteConfiguration

  /// The page that `source` holds.
  /// - Parameter path: Its path within `Content/`.
  func parse(_ source: SourceFile, id file: SourceFileID, path: String) -> Outcome<ParsedPage> {
    let head = Head(source, file, configuration)
    var diagnostics = head.diagnostics
    let content = content(below: head, &diagnostics)
    let page = ParsedPage(
      path: path, origin: .file(file), frontMatter: head.frontMatter, span: head.span,
      content: Deferred(content))
    return Outcome(page, diagnostics)
  }

  /// The page that `source` holds, of which more than the front matter is read when somebody asks.
  ///
  /// What is wrong with it was found when it was read before.
  /// - Parameter outline: The outline that it had then.
  func recall(
    _ source: SourceFile, id file: SourceFileID, path: String, outline: PageOutline
  ) -> ParsedPage {
    let head = Head(source, file, configuration)
    return ParsedPage(
      path: path, origin: .file(file), frontMatter: head.frontMatter, span: head.span,
      content: Deferred(later: {
        var known: [Diagnostic] = []
        return content(below: head, &known)
      }), outline: outline)
  }

  /// What a page says below its front matter.
  private func content(
    below head: Head, _ diagnostics: inout [Diagnostic]
  ) -> ParsedPage.Content {
    let matter = head.frontMatter
    let options = MarkdownOptions(of: matter, in: configuration)
    let lines = InlineTextParser(source: head.source, options: options)
    func line(_ text: FrontMatter.Text?) -> MarkdownDocument {
      text.map { lines.parse($0).take(into: &diagnostics) } ?? MarkdownDocument()
    }
    var heads = PageHeads()
    heads.title = line(matter.title)
    heads.subtitle = line(matter.subtitle)
    heads.summary = line(matter.summary)
    let body = MarkdownParser.parse(
      bytes: head.source.bytes, range: head.body, file: head.file, options: options
    ).take(into: &diagnostics)
    let figures = FigureParser(lines: lines).parse(body).take(into: &diagnostics)
    let queries = QueryParser.parse(body).take(into: &diagnostics)
    return ParsedPage.Content(heads: heads, body: body, figures: figures, queries: queries)
  }

  /// The head of a page, and where its text is.
  private struct Head: Sendable {
    let source: SourceFile
    let file: SourceFileID
    let frontMatter: FrontMatter
    /// Where faults of the page as a whole are reported.
    let span: SourceSpan
    let body: Range<Int>
    let diagnostics: [Diagnostic]

    init(_ source: SourceFile, _ file: SourceFileID, _ configuration: SiteConfiguration) {
      var diagnostics: [Diagnostic] = []
      var source = source
      if let index = UTF8Check.firstIllFormedByte(in: source.bytes) {
        diagnostics.append(TextEncoding.diagnostic(at: index, in: file))
        // The page stays, so that links to it do not fail for its sake, and every byte its place.
        source = SourceFile(
          path: source.path, bytes: UTF8Check.replacingIllFormed(in: source.bytes))
      }
      let parts = FrontMatterSplitter(source.bytes, file: file)
      if let diagnostic = parts.diagnostic { diagnostics.append(diagnostic) }
      self.source = source
      self.file = file
      span = SourceSpan(file, parts.start..<min(parts.start + 3, source.bytes.count))
      body = parts.body
      frontMatter = Self.read(parts, source, file, configuration, span, &diagnostics)
      self.diagnostics = diagnostics
    }

    private static func read(
      _ parts: FrontMatterSplitter, _ source: SourceFile, _ file: SourceFileID,
      _ configuration: SiteConfiguration, _ start: SourceSpan, _ diagnostics: inout [Diagnostic]
    ) -> FrontMatter {
      // Where the head is broken its keys are unknown, not missing.
      if parts.diagnostic != nil { return .unreadable }
      var node: Node?
      if let head = parts.head {
        let outcome = YAMLReader.read(source.bytes[head], in: file) { $0 + head.lowerBound }
        node = outcome.take(into: &diagnostics)
        if node == nil, !outcome.diagnostics.isEmpty { return .unreadable }
      }
      return FrontMatterParser(taxonomies: configuration.taxonomies)
        .parse(node, hasHead: parts.head != nil, page: start).take(into: &diagnostics)
    }
  }
}

/// Says that a file is not the text that it should be.
enum TextEncoding {
  /// The fault at the byte `index` of `file`.
  static func diagnostic(at index: Int, in file: SourceFileID) -> Diagnostic {
    Diagnostic(
      .textEncodingInvalid, "this file is not UTF-8: the byte here begins no character",
      at: SourceSpan(file, index..<index + 1), help: "save the file as UTF-8")
  }

  /// Whether `text` declares, in quotation marks behind the word `mark`, an encoding in which the
  /// letters of ASCII may be others: what a check reads as a comment may then be none.
  static func isForeign(declaredIn text: String, behind mark: String) -> Bool {
    guard let place = text.firstRange(of: mark) else { return false }
    let rest = text[place.upperBound...].drop { !"\"'".contains($0) }
    guard let quote = rest.first else { return false }
    let name = rest.dropFirst().prefix { $0 != quote }.lowercased()
    return !["utf-8", "utf8", "us-ascii", "ascii", "windows-1252"].contains(name)
      && !name.hasPrefix("iso-8859-")
  }
}

import Bytes
import Diagnostics
import Documents
import SiteModel
import Values

/// Reads the mapping at a page's head.
struct FrontMatterParser {
  /// The site's taxonomies, each a key of its own.
  let taxonomies: [String]

  /// The front matter that `node` holds.
  /// - Parameters:
  ///   - hasHead: Whether there is a head at all, for advice.
  ///   - page: Where a missing key is reported: the opening `---`, or the page's start.
  func parse(_ node: Node?, hasHead: Bool, page: SourceSpan) -> Outcome<FrontMatter> {
    var asked: [String] = []
    return read(node, hasHead: hasHead, page: page, asked: &asked)
  }

  /// The keys that front matter may have, but for those of the site's taxonomies.
  static let keys: Set<String> = {
    var asked: [String] = []
    _ = FrontMatterParser(taxonomies: []).read(
      nil, hasHead: false, page: SourceSpan(SourceFileID(0), 0..<0), asked: &asked)
    return Set(asked)
  }()

  /// Whether a key is `tlp` but for case, or for letters in another order or one too many.
  private static func isNearlyMark(_ key: String) -> Bool {
    Suggestion.nearest(to: key.lowercased(), among: CollectionOfOne("tlp")) != nil
      || key.lowercased().sorted() == ["l", "p", "t"]
  }

  private func read(
    _ node: Node?, hasHead: Bool, page: SourceSpan, asked: inout [String]
  ) -> Outcome<FrontMatter> {
    var matter = FrontMatter()
    let empty = Node(.mapping([]), at: page)
    var reader = MappingReader(node ?? empty, of: "the front matter")
    matter.title = Self.text("title", &reader)
    if let title = matter.title, title.text.allSatisfy(\.isWhitespace) {
      reader.report(
        Diagnostic(
          .valueInvalid, "this page's title is empty", at: title.span,
          help: "listings and links need words to show"))
    }
    // What is no mapping was reported as that.
    if reader.node("title") == nil, node?.entries != nil || node?.isNull != false {
      let help =
        hasHead
        ? "add a line 'title: …' to its front matter"
        : "begin the file with front matter: the lines '---', 'title: …' and '---'"
      reader.report(Diagnostic(.keyMissing, "this page has no title", at: page, help: help))
    }
    matter.subtitle = Self.text("subtitle", &reader)
    matter.summary = Self.text("summary", &reader)
    matter.series = reader.text("series")
    matter.number = reader.text("number")
    matter.date = Self.date("date", &reader)
    matter.updated = Self.date("updated", &reader)
    matter.authors = Self.texts("authors", &reader)
    matter.translators = Self.texts("translators", &reader)
    let language = LanguageParser.parse(&reader)
    matter.language = language?.text
    matter.languageSpan = language?.span
    matter.aliases = Self.texts("aliases", &reader)
    matter.doi = Self.doi(&reader)
    matter.issn = Self.issn(&reader)
    matter.license = LicenseParser.parse(&reader)
    matter.trafficLight = reader.choice("tlp", of: TrafficLight.self)
    matter.isDraft = reader.boolean("draft") ?? false
    matter.lists = Self.lists(&reader)
    matter.template = Self.text("template", &reader)
    matter.leads = Self.texts("lead", &reader)
    for taxonomy in taxonomies {
      matter.terms.append((taxonomy, Self.texts(taxonomy, &reader)))
    }
    matter.translations = Self.translations(&reader)
    matter.redirects = Self.texts("redirects", &reader)
    var found: [Diagnostic] = []
    matter.allowances = AllowanceParser.parse(reader.list("allow")).take(into: &found)
    asked = reader.asked
    if matter.trafficLight == nil {
      matter.hasMisspeltMark = (node?.entries ?? []).contains { entry in
        !reader.asked.contains(entry.key) && Self.isNearlyMark(entry.key)
      }
    }
    return Outcome(matter, reader.finish() + found)
  }

  /// A DOI without what makes it an address (ISO 26324): `10.`, digits, `/` and more.
  private static func doi(_ reader: inout MappingReader) -> String? {
    guard let node = reader.node("doi"), let text = reader.text("doi") else { return nil }
    let doi = PageSource.bareDOI(text)
    let parts = doi.split(separator: "/", maxSplits: 1)
    guard parts.count == 2, parts[0].hasPrefix("10."), parts[0].utf8.count > 3,
      !doi.unicodeScalars.contains(where: \.properties.isWhitespace)
    else {
      reader.report(
        Diagnostic(
          .valueInvalid, "'\(text)' is no DOI", at: node.span,
          help: "write it as 10.1234/abcd, or as an address at doi.org"))
      return nil
    }
    return doi
  }

  /// An ISSN (ISO 3297): four digits, a hyphen, three digits, and a digit or X that checks them.
  private static func issn(_ reader: inout MappingReader) -> String? {
    guard let node = reader.node("issn"), let text = reader.text("issn") else { return nil }
    let digits = text.utf8.filter { $0 != UInt8(ascii: "-") }
    var sum = 0
    for (place, byte) in digits.enumerated() {
      let isX = place == 7 && (byte | 0x20) == UInt8(ascii: "x")
      guard byte.isASCIIDigit || isX else { break }
      sum += (isX ? 10 : byte.digitValue) * (8 - min(place, 7))
    }
    let isShaped =
      digits.count == 8 && text.utf8.count == 9
      && text.utf8.dropFirst(4).first == UInt8(ascii: "-")
      && digits.dropLast().allSatisfy(\.isASCIIDigit)
    guard isShaped, sum.isMultiple(of: 11) else {
      reader.report(
        Diagnostic(
          .valueInvalid, "'\(text)' is no ISSN", at: node.span,
          help: isShaped
            ? "its last digit does not fit the others: one of them is wrong"
            : "write it as 1234-5679, eight digits with a hyphen"))
      return nil
    }
    return text
  }

  private static func text(_ key: String, _ reader: inout MappingReader) -> FrontMatter.Text? {
    guard let node = reader.node(key) else { return nil }
    guard let text = node.text else {
      reader.wrongType(node, key, expected: "text")
      return nil
    }
    return FrontMatter.Text(text, at: node.span)
  }

  private static func texts(_ key: String, _ reader: inout MappingReader) -> [FrontMatter.Text] {
    reader.texts(key).map { FrontMatter.Text($0.text, at: $0.span) }
  }

  /// The kinds of figures of which the page wants a list; one that stands twice counts once.
  private static func lists(_ reader: inout MappingReader) -> [FigureKind] {
    var kinds: [FigureKind] = []
    let names = FigureKind.allCases.map(\.plural)
    for name in texts("lists", &reader) {
      guard let kind = FigureKind.allCases.first(where: { $0.plural == name.text }) else {
        reader.report(
          Diagnostic(
            .valueInvalid, "there is no list of '\(name.text)'", at: name.span,
            help: Suggestion.didYouMean(name.text, among: names)
              ?? "it can be \(names.joined(separator: ", "))"))
        continue
      }
      if !kinds.contains(kind) { kinds.append(kind) }
    }
    return kinds
  }

  /// The page's counterparts, each under its language.
  private static func translations(_ reader: inout MappingReader) -> [FrontMatter.Translation] {
    guard let node = reader.node("translations") else { return [] }
    guard let entries = node.entries else {
      reader.wrongType(node, "translations", expected: "a mapping of languages to paths")
      return []
    }
    return entries.compactMap { entry in
      guard let path = entry.value.text else {
        reader.report(
          Diagnostic(
            .valueTypeWrong,
            "the translation '\(entry.key)' is \(entry.value.kindInWords), not the path of a page",
            at: entry.value.isNull ? entry.keySpan : entry.value.span,
            help: "write the path of its file, relative to this one"))
        return nil
      }
      return FrontMatter.Translation(
        language: FrontMatter.Text(entry.key, at: entry.keySpan),
        path: FrontMatter.Text(path, at: entry.value.span))
    }
  }

  private static func date(_ key: String, _ reader: inout MappingReader) -> EDTFDate? {
    guard let node = reader.node(key) else { return nil }
    guard let text = node.text else {
      reader.wrongType(node, key, expected: "a date")
      return nil
    }
    switch EDTFDate.parse(text) {
    case .success(let date): return date
    case .failure(let fault):
      reader.report(
        Diagnostic(
          .valueInvalid, "'\(key)' of the front matter is no date: \(fault.message)",
          at: node.span, help: fault.hint ?? "write it as year-month-day, such as 2022-02-15"))
      return nil
    }
  }
}

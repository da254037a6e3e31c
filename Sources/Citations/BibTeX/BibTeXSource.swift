import Bytes
import Diagnostics

/// Makes an entry a source: its fields CSL's variables, as pandoc's reader has them.
struct BibTeXSource {
  let entry: BibTeXEntry
  let file: SourceFileID
  /// Whether to look for what an unknown type may mean, which takes long where there are many.
  let suggests: Bool
  var diagnostics: [Diagnostic] = []
  var texts: [TextVariable: String] = [:]

  init(_ entry: BibTeXEntry, in file: SourceFileID, suggests: Bool) {
    self.entry = entry
    self.file = file
    self.suggests = suggests
  }

  mutating func source() -> Source {
    let type = type()
    titles()
    numbers()
    publication(type)
    rest()
    return Source(
      id: entry.key, type: type, texts: texts, names: names(type), dates: dates(),
      span: SourceSpan(file, entry.range), idSpan: SourceSpan(file, entry.keyRange))
  }

  private mutating func type() -> SourceType {
    let isEvent = ["eventdate", "eventtitle", "venue"].contains { entry[$0] != nil }
    let subtype = entry["entrysubtype"].map { LaTeXText.raw($0.value) }
    if let type = BibTeXType.source(entry.type, subtype: subtype, isEvent: isEvent) { return type }
    diagnostics.append(
      Diagnostic(
        .sourceTypeUnknown, "'\(entry.type)' is no type that BibTeX or biblatex knows",
        at: SourceSpan(file, entry.typeRange),
        help: (suggests ? Suggestion.didYouMean(entry.type, among: BibTeXType.names) : nil)
          ?? "it is set as a document"))
    return .document
  }

  // MARK: Fields

  /// The text of the first of these fields that says something.
  func text(_ names: String...) -> String? { text(names) }

  func text(_ names: [String]) -> String? {
    for name in names {
      guard let field = entry[name] else { continue }
      let text = LaTeXText.text(field.value)
      if !text.isEmpty { return text }
    }
    return nil
  }

  /// The text of a field that holds no prose.
  func raw(_ name: String) -> String? {
    entry[name].map { LaTeXText.raw($0.value) }.flatMap { $0.isEmpty ? nil : $0 }
  }

  /// The items of a list that `and` parts, with semicolons.
  func list(_ name: String) -> String? {
    guard let field = entry[name] else { return nil }
    let items = BibTeXNames.items(field.value).map { LaTeXText.text($0) }.filter { !$0.isEmpty }
    return items.isEmpty ? nil : items.joined(separator: "; ")
  }

  // MARK: Titles

  var isPart: Bool { BibTeXType.parts.contains(entry.type) }
  private var isPeriodical: Bool {
    entry.type == "periodical" && (entry["issuetitle"] != nil || entry["journaltitle"] == nil)
  }

  private mutating func titles() {
    // Of a work in several volumes the main title names it, and its own is that of the volume.
    let hasMain = entry["maintitle"] != nil && !isPart
    let prefix = isPeriodical ? "issue" : hasMain ? "main" : ""
    texts[.title] = title(prefix) ?? (isPeriodical ? title("") : nil)
    if let volume = hasMain ? title("") : entry["maintitle"] == nil ? nil : title("book") {
      texts[.volumeTitle] = volume
    }
    if isPeriodical {
      if entry["issuetitle"] != nil { texts[.containerTitle] = title("") }
      texts[.containerTitleShort] = title(of: "shorttitle")
    } else if isPart {
      texts[.containerTitle] = title("main") ?? title("book")
    } else {
      texts[.containerTitle] = title("journal") ?? title(of: "journal")
    }
    if texts[.containerTitleShort] == nil {
      texts[.containerTitleShort] = title(of: "shortjournal")
    }
    if !isPeriodical, !hasMain { texts[.titleShort] = title(of: "shorttitle") ?? shortTitle() }
    texts[.collectionTitle] = title(of: "series")
    texts[.eventTitle] = title(of: "eventtitle")
    texts[.originalTitle] = title(of: "origtitle")
    texts[.reviewedTitle] = title(of: "reviewedtitle")
  }

  /// A title with its subtitle and what is added to it.
  private func title(_ prefix: String) -> String? {
    guard let title = title(of: prefix + "title") else { return nil }
    var result = title
    if let subtitle = self.title(of: prefix + "subtitle") {
      let ends = result.last.map { "?!:".contains($0) } ?? false
      result += (ends ? " " : ": ") + subtitle
    }
    if let addition = self.title(of: prefix + "titleaddon") { result += ". " + addition }
    return result
  }

  private func title(of name: String) -> String? {
    guard let field = entry[name] else { return nil }
    let text = LaTeXText.text(field.value, protects: isEnglish)
    guard !text.isEmpty else { return nil }
    return isEnglish ? HeadlineStyle.loweringSmallWords(text) : text
  }

  /// What stands before the colon of a title, or the whole one where it has a subtitle of its own.
  private func shortTitle() -> String? {
    guard let title = title(of: "title") else { return nil }
    if entry["subtitle"] != nil || entry["titleaddon"] != nil { return title }
    guard let colon = title.firstRange(of: ": ") else { return nil }
    let short = title[..<colon.lowerBound]
    // A colon within markup parts nothing.
    let tags = short.ranges(of: "<").count
    let ends = short.ranges(of: "</").count
    return tags == 2 * ends ? String(short) : nil
  }

  // MARK: Numbers

  private mutating func numbers() {
    texts[.page] = text("pages").map(Self.hyphenated)
    texts[.volume] = [text("volume"), text("part")].joined(with: ".")
    let number = text("number").map(Self.hyphenated)
    if BibTeXType.articles.contains(entry.type) {
      texts[.issue] = [number, text("issue")].joined(with: ", ")
      // An article without pages is found by its number.
      texts[.number] = text("eid")
      texts[.collectionNumber] = text("seriesnumber")
    } else if BibTeXType.inSeries.contains(entry.type) {
      texts[.collectionNumber] = number
      texts[.number] = text("eid")
      texts[.issue] = text("issue")
    } else {
      texts[.number] = number
      texts[.collectionNumber] = text("seriesnumber")
      texts[.issue] = text("issue")
    }
  }

  /// A range with hyphens, as CSL has it.
  static func hyphenated(_ text: String) -> String {
    text.replacing("–", with: "-").replacing("—", with: "-")
  }
}

extension [String?] {
  /// The texts that are there, joined; nil where none is.
  func joined(with separator: String) -> String? {
    let present = compactMap(\.self)
    return present.isEmpty ? nil : present.joined(separator: separator)
  }
}

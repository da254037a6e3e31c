/// The lines of one record, without the one that ends it.
struct RISRecord {
  private let source: Source
  /// Tags and values, in order.
  private(set) var lines: [(tag: String, value: String)] = []

  init(_ source: Source) {
    self.source = source
    add("TY", RISType.name(source.type))
    add("ID", source.id)
    people()
    titles()
    dates()
    numbers()
    rest()
  }

  private mutating func add(_ tag: String, _ text: String?) {
    guard let text else { return }
    let value = Self.line(TitleMarkup.parse(text).plain)
    if !value.isEmpty { lines.append((tag, value)) }
  }

  /// The text in one line: blanks, line ends and control characters in a row made one blank.
  private static func line(_ text: String) -> String {
    if isLine(text) { return text }
    return text.unicodeScalars.split { scalar in
      scalar.properties.isWhitespace && scalar != "\u{A0}"
        || scalar.properties.generalCategory == .control
    }.map { String($0) }.joined(separator: " ")
  }

  /// Whether it is ASCII in which no two blanks, and no other space, stand anywhere or one at an end.
  private static func isLine(_ text: String) -> Bool {
    var before = UInt8(ascii: " ")
    for byte in text.utf8 {
      guard byte > 0x20 && byte < 0x7F || byte == 0x20 && before != 0x20 else { return false }
      before = byte
    }
    return before != 0x20
  }

  // MARK: Who

  private mutating func people() {
    let first = [NameVariable.author, .director, .composer, .performer].first {
      !source[$0].isEmpty
    }
    if let first { source[first].forEach { add("AU", Self.name($0)) } }
    source[.editor].forEach { add("A2", Self.name($0)) }
    source[.collectionEditor].forEach { add("A3", Self.name($0)) }
    source[.translator].forEach { add("A4", Self.name($0)) }
  }

  /// `Family, Given, Suffix`; asterisks mean something in author lines and go.
  private static func name(_ name: SourceName) -> String {
    let text =
      name.literal
      ?? [
        SourceName.join(
          name.droppingParticle, SourceName.join(name.nonDroppingParticle, name.family)),
        name.given, name.suffix,
      ].filter { !$0.isEmpty }.joined(separator: ", ")
    return text.replacing("*", with: "")
  }

  // MARK: What

  private mutating func titles() {
    add("TI", source[.title])
    add("ST", source[.titleShort])
    add("T2", source[.containerTitle] ?? source[.eventTitle] ?? source[.event])
    add("J2", source[.containerTitleShort])
    add("T3", source[.collectionTitle])
    add("M3", source[.genre])
  }

  // MARK: When

  private mutating func dates() {
    if let issued = source[.issued] {
      add("PY", issued.start.map { Self.padded($0.year) })
      add("DA", Self.date(issued))
    }
    add("Y2", source[.accessed].map(Self.date))
    add("OP", source[.originalDate]?.start.map { Self.padded($0.year) })
  }

  /// `YYYY/MM/DD/other`, each part as far as it is known.
  private static func date(_ date: SourceDate) -> String {
    guard let start = date.start else { return "///" + (date.literal ?? "") }
    let seasons = ["Spring", "Summer", "Autumn", "Winter"]
    var other: [String] = []
    if date.isCirca { other.append("circa") }
    if let season = date.season { other.append(seasons[season - 1]) }
    if let end = date.end {
      other.append(
        "to "
          + [Self.padded(end.year), end.month.map(Self.two), end.day.map(Self.two)].compactMap(
            \.self
          )
          .joined(separator: "-"))
    }
    let parts = [
      padded(start.year), start.month.map(two) ?? "", start.day.map(two) ?? "",
      other.joined(separator: " "),
    ]
    return parts.joined(separator: "/")
  }

  private static func padded(_ year: Int) -> String {
    let digits = String(abs(year))
    let zeros = String(repeating: "0", count: max(0, 4 - digits.utf8.count))
    return (year < 0 ? "-" : "") + zeros + digits
  }

  private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }

  // MARK: Where

  private mutating func numbers() {
    add("VL", source[.volume])
    add("NV", source[.numberOfVolumes])
    add("IS", source[.issue] ?? source[.collectionNumber])
    add("M1", source[.number])
    add("ET", source[.edition] ?? source[.version])
    add("SE", source[.section] ?? source[.chapterNumber])
    guard let page = source[.page] ?? source[.numberOfPages] else { return }
    let ends = page.split(maxSplits: 1, omittingEmptySubsequences: true) { $0 == "-" || $0 == "–" }
    // Of several ranges the first line takes all.
    if ends.count == 2, !page.contains(",") {
      add("SP", String(ends[0]))
      add("EP", String(ends[1]))
    } else {
      add("SP", page)
    }
  }

  private mutating func rest() {
    add("PB", source[.publisher])
    add("CY", source[.publisherPlace] ?? source[.eventPlace])
    add("DO", source[.doi])
    add("UR", source[.url])
    add("SN", source[.isbn] ?? source[.issn])
    add("LA", source[.language])
    for word in (source[.keyword] ?? "").split(whereSeparator: { $0 == "," || $0 == ";" }) {
      add("KW", String(word))
    }
    add("AB", source[.abstract])
    add("N1", source[.note] ?? source[.annote])
    add("DB", source[.archive] ?? source[.source])
    add("AV", source[.archiveLocation])
    add("CN", source[.callNumber])
  }
}

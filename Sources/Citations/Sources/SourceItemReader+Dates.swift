import Documents

extension SourceItemReader {
  /// A date: `date-parts`, or `raw`, or `literal`; or text, which counts as raw.
  mutating func date(_ entry: Node.Entry) -> SourceDate? {
    let node = entry.value
    if let text = node.text { return Self.raw(text) }
    guard node.entries != nil else {
      report(
        "'\(entry.key)' of the source '\(key)' is \(node.kindInWords), not a date",
        at: node.span)
      return nil
    }
    if let parts = node["date-parts"] {
      return dateParts(parts, of: entry.key, in: node) ?? words(of: node)
    }
    if let date = words(of: node) { return date }
    // Zotero writes an empty mapping for a date that it has not.
    return nil
  }

  private func words(of node: Node) -> SourceDate? {
    if let raw = node["raw"]?.text, !raw.isEmpty { return Self.raw(raw) }
    if let literal = node["literal"]?.text, !literal.isEmpty { return SourceDate(literal: literal) }
    return nil
  }

  private mutating func dateParts(
    _ parts: Node, of variable: String, in node: Node
  ) -> SourceDate? {
    let lists = parts.elements ?? []
    let points = lists.prefix(2).map(point)
    guard let first = points.first, let start = first else {
      // `[[]]` and `[[null]]` are how a date that is not known is written.
      let isBlank = lists.allSatisfy { $0.elements?.allSatisfy(\.isNull) ?? false }
      if !isBlank { reportParts(parts, of: variable) }
      return nil
    }
    if points.count == 2, points[1] == nil { reportParts(parts, of: variable) }
    return SourceDate(
      start, to: points.count == 2 ? points[1] : nil, season: season(node["season"]),
      isCirca: node["circa"].map { $0.boolean ?? ($0.text != "0") } ?? false)
  }

  private mutating func reportParts(_ parts: Node, of variable: String) {
    report(
      "'date-parts' of '\(variable)' of the source '\(key)' is no date", at: parts.span,
      help: "write [[2022, 2, 17]] with as many parts as are known")
  }

  private func point(_ node: Node) -> SourceDate.Point? {
    let numbers = (node.elements ?? []).prefix(3).map { part in
      part.integer ?? part.text.flatMap { Int($0) }
    }
    guard let first = numbers.first, let year = first, abs(year) <= 999_999 else { return nil }
    // An unknown month is left out, written as null or as 0.
    let month = numbers.count > 1 ? numbers[1] : nil
    let day = numbers.count > 2 ? numbers[2] : nil
    if let month, !(0...12).contains(month) { return nil }
    if let day, !(0...31).contains(day) { return nil }
    if let month, let day, month > 0, day > 0 {
      guard SourceDate.exists(year: year, month: month, day: day) else { return nil }
    }
    let known = month.flatMap { $0 == 0 ? nil : $0 }
    return SourceDate.Point(
      year: year, month: known, day: known == nil ? nil : day.flatMap { $0 == 0 ? nil : $0 })
  }

  private func season(_ node: Node?) -> Int? {
    if let name = node?.text?.lowercased(), let season = Self.seasons[name] { return season }
    guard let number = node?.integer ?? node?.text.flatMap({ Int($0) }) else { return nil }
    return (1...4).contains(number) ? number : nil
  }

  /// Zotero writes what its user wrote.
  private static let seasons: [String: Int] = [
    "spring": 1, "summer": 2, "autumn": 3, "fall": 3, "winter": 4,
    "frühling": 1, "frühjahr": 1, "sommer": 2, "herbst": 3,
  ]

  /// A date as text: ISO 8601, perhaps two with a solidus between; anything else stays words.
  private static func raw(_ text: String) -> SourceDate? {
    guard !text.isEmpty else { return nil }
    let halves = text.split(separator: "/", omittingEmptySubsequences: false)
    let points = halves.prefix(3).map(isoPoint)
    guard points.count <= 2, let first = points.first, let start = first else {
      return SourceDate(literal: text)
    }
    if points.count == 2 {
      guard let end = points[1] else { return SourceDate(literal: text) }
      return SourceDate(start, to: end)
    }
    return SourceDate(start)
  }

  private static func isoPoint(_ text: Substring) -> SourceDate.Point? {
    let date = text.prefix { $0 != "T" && $0 != "~" && $0 != "?" }
    let isNegative = date.first == "-"
    let parts = (isNegative ? date.dropFirst() : date).split(
      separator: "-", omittingEmptySubsequences: false)
    guard (1...3).contains(parts.count), parts[0].utf8.count == 4,
      parts.dropFirst().allSatisfy({ $0.utf8.count == 2 }),
      parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
      let year = Int(parts[0])
    else { return nil }
    let month = parts.count > 1 ? Int(parts[1]) : nil
    let day = parts.count > 2 ? Int(parts[2]) : nil
    guard month.map((1...12).contains) ?? true, day.map((1...31).contains) ?? true else {
      return nil
    }
    return SourceDate.Point(year: isNegative ? -year : year, month: month, day: day)
  }
}

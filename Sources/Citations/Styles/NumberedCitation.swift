/// Writes one citation by numbers.
struct NumberedCitation {
  let words: CitationWords
  let labels: [String: Bibliography.Label]
  private(set) var result = FormattedCitation()

  init(words: CitationWords, labels: [String: Bibliography.Label]) {
    self.words = words
    self.labels = labels
  }

  mutating func write(_ citation: Citation) {
    let items = citation.items
    if citation.form == .inText, let first = items.first {
      guard let key = first.sourceKey else {
        // A figure is named, not numbered in brackets.
        for item in items { write(item, separator: "") }
        return
      }
      if let label = labels[key] {
        var opening = label.author
        opening.append(" ")
        result.append(opening)
      }
    }
    // Brackets belong to numbers: figures by themselves stand in parentheses.
    let isNumbered = items.contains { $0.sourceKey != nil }
    result.append(isNumbered ? "[" : "(")
    if let numbers = plainNumbers(items) {
      write(numbers)
    } else {
      for (index, item) in items.enumerated() {
        write(item, separator: index == 0 || item.isRunOn ? "" : "; ")
      }
    }
    result.append(isNumbered ? "]" : ")")
  }

  // MARK: Numbers alone

  /// The numbers and keys of a group that has nothing else, in order, each once; nil for others.
  private func plainNumbers(_ items: [CitationItem]) -> [(number: Int, key: String)]? {
    var numbers: [(number: Int, key: String)] = []
    for item in items {
      guard item.prefix.isEmpty, item.suffix.isEmpty, item.locator == nil, !item.isRunOn,
        let key = item.sourceKey, let number = labels[key]?.number
      else { return nil }
      if !numbers.contains(where: { $0.number == number }) { numbers.append((number, key)) }
    }
    return numbers.sorted { $0.number < $1.number }
  }

  /// Numbers with commas between them; three or more in a row as a range: `1–3, 5`.
  private mutating func write(_ numbers: [(number: Int, key: String)]) {
    var index = 0
    while index < numbers.count {
      var end = index
      while end + 1 < numbers.count, numbers[end + 1].number == numbers[end].number + 1 { end += 1 }
      if index > 0 { result.append(", ") }
      append(numbers[index])
      if end > index + 1 {
        result.append("–")
        append(numbers[end])
        index = end + 1
      } else {
        index += 1
      }
    }
  }

  private mutating func append(_ number: (number: Int, key: String)) {
    result.append(RichText("\(number.number)"), .source(number.key))
  }

  // MARK: One item

  private mutating func write(_ item: CitationItem, separator: String) {
    result.append(RichText(separator))
    let affixes = CitationAffixes(words: words)
    let prefix = affixes.prefix(item.prefix)
    if !prefix.isEmpty {
      result.append(prefix)
      result.append(" ")
    } else if item.isRunOn {
      result.append(" ")
    }
    var text = RichText()
    var reference: FormattedCitation.Segment.Reference
    switch item.target {
    case .crossReference(let target): reference = .crossReference(target)
    case .source(let key):
      reference = .source(key)
      if let number = labels[key]?.number {
        text = RichText("\(number)")
      } else {
        reference = .missing(key)
        text = RichText("\(key)?", style: .strong)
      }
    }
    let locator = item.locator.map { ", " + LocatorText(words: words, labelsPages: true).text($0) }
    if let locator, case .source = reference {
      text.append(locator)
      result.append(text, reference)
    } else {
      result.append(text, reference)
      result.append(RichText(locator ?? ""))
    }
    result.append(affixes.suffix(item.suffix))
  }
}

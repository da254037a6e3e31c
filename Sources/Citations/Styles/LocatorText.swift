/// Locators in words.
struct LocatorText {
  let words: CitationWords
  /// Whether pages too have a label: behind a source's number, a number alone could be one.
  var labelsPages = false

  /// The locator with the label that its language has for it: `3–7`, `secs. 2, 4`,
  /// `sec. “Threat to Europe”`.
  func text(_ locator: Locator) -> String {
    let value: String
    if locator.isName {
      let inner = Typography(words: words, isQuoted: true).set(locator.value)
      value = words.quotes.open + inner + words.quotes.close
    } else {
      value = PageRange.set(locator.value, shortens: locator.label == .page)
    }
    let needsLabel = labelsPages && locator.label == .page && isNumber(value)
    let labelled = needsLabel ? words.page : nil
    guard let label = labelled ?? words.locators[locator.label] else { return value }
    let name = !locator.isName && isSeveral(value) ? label.several : label.one
    return name.isEmpty ? value : "\(name) \(value)"
  }

  /// Whether a page is a number, and not words in braces such as `{appendix A}`.
  private func isNumber(_ value: String) -> Bool {
    let first = value.prefix { $0.isLetter }
    return value.utf8.first.map { (0x30...0x39).contains($0) } ?? false
      || RomanNumeral.isOne(String(first))
      || (first.utf8.count == 1 && value.dropFirst().first?.isNumber ?? false)
  }

  private func isSeveral(_ value: String) -> Bool {
    value.unicodeScalars.contains { $0 == "," || $0 == "–" || $0 == "&" }
  }
}

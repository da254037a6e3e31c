/// Several names as one phrase.
struct NameList {
  let words: CitationWords

  /// The names as a list of sources opens with them: the first inverted, ten of them at most;
  /// of more the first seven.
  func entry(_ names: [SourceName]) -> String {
    let kept = names.count > 10 ? names.prefix(7) : names[...]
    let texts = kept.enumerated().map { $0 == 0 ? $1.inverted : $1.natural }
    // An inverted name holds a comma, so that one stands before "and" even between two.
    return phrase(texts, isCut: kept.count < names.count, needsComma: texts.count > 1)
  }

  /// The names in the order of speech, all of them.
  func natural(_ names: [SourceName]) -> String {
    phrase(names.map(\.natural), isCut: false, needsComma: names.count > 2)
  }

  /// Texts of names joined, and "et al." where some were left out.
  func phrase(_ names: [String], isCut: Bool, needsComma: Bool) -> String {
    guard let last = names.last else { return "" }
    if isCut {
      let comma = names.count > 1 ? "," : ""
      return names.joined(separator: ", ") + "\(comma) \(words.etAl)"
    }
    guard names.count > 1 else { return last }
    let comma = needsComma && words.hasSerialComma ? "," : ""
    return names.dropLast().joined(separator: ", ") + "\(comma) \(words.and) \(last)"
  }
}

/// Several names as one phrase.
struct NameList {
  let words: CitationWords

  /// The names as a list of sources opens with them: the first inverted, ten of them at most;
  /// of more the first seven.
  func entry(_ names: [SourceName]) -> String {
    let (names, isOpen) = Self.known(names)
    let kept = names.count > 10 ? names.prefix(7) : names
    let texts = kept.enumerated().map { $0 == 0 ? $1.inverted : $1.natural }
    // An inverted name holds a comma, so that one stands before "and" even between two.
    return phrase(
      texts, isCut: isOpen || kept.count < names.count, needsComma: texts.count > 1 || isOpen)
  }

  /// The names in the order of speech, all of them.
  func natural(_ names: [SourceName]) -> String {
    let (names, isOpen) = Self.known(names)
    return phrase(names.map(\.natural), isCut: isOpen, needsComma: names.count > 2)
  }

  /// The names that are known, and whether there are others: BibTeX's `and others` is no name.
  static func known(_ names: [SourceName]) -> (names: ArraySlice<SourceName>, isOpen: Bool) {
    let isOpen = names.count > 1 && names.last?.literal == "others"
    return (isOpen ? names.dropLast() : names[...], isOpen)
  }

  /// Texts of names joined, and "et al." where some were left out.
  func phrase(_ names: [String], isCut: Bool, needsComma: Bool) -> String {
    guard let last = names.last else { return "" }
    if isCut {
      let comma = names.count > 1 || needsComma ? "," : ""
      return names.joined(separator: ", ") + "\(comma) \(words.etAl)"
    }
    guard names.count > 1 else { return last }
    let comma = needsComma && words.hasSerialComma ? "," : ""
    return names.dropLast().joined(separator: ", ") + "\(comma) \(words.and) \(last)"
  }
}

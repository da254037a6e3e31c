/// The emphasis that words before and behind a key may have: `*passim*`, `_see_`.
enum AffixMarkup {
  /// The text with `*…*` and `_…_` made emphasis, where they stand about words.
  static func parse(_ text: String) -> RichText {
    let scalars = Array(text.unicodeScalars)
    var result = RichText()
    var plain = String.UnicodeScalarView()
    var index = 0
    while index < scalars.count {
      if let close = closing(from: index, in: scalars) {
        result.append(String(plain))
        plain = String.UnicodeScalarView()
        var inner = String.UnicodeScalarView()
        inner.append(contentsOf: scalars[index + 1..<close])
        result.append(String(inner), style: .emphasis)
        index = close + 1
      } else {
        plain.append(scalars[index])
        index += 1
      }
    }
    result.append(String(plain))
    return result
  }

  /// Where emphasis that opens at `start` closes: within a hundred characters, or not at all.
  private static func closing(from start: Int, in scalars: [Unicode.Scalar]) -> Int? {
    let mark = scalars[start]
    guard mark == "*" || mark == "_", start + 2 < scalars.count,
      !scalars[start + 1].properties.isWhitespace, scalars[start + 1] != mark,
      start == 0 || !isWord(scalars[start - 1])
    else { return nil }
    let limit = min(scalars.count, start + 100)
    guard let close = scalars[start + 1..<limit].firstIndex(of: mark),
      !scalars[close - 1].properties.isWhitespace,
      close + 1 == scalars.count || !isWord(scalars[close + 1])
    else { return nil }
    return close
  }

  private static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.isAlphabetic || scalar.properties.numericType != nil
  }
}

/// Commas and full stops behind quotation marks, which American English sets before them.
enum AffixPunctuation {
  /// The text with `”,` made `,”` where the language has it so.
  static func moveIntoQuotes(_ text: RichText, _ words: CitationWords) -> RichText {
    guard words.punctuatesWithinQuotes else { return text }
    return RichText(
      text.runs.map { run in
        var scalars = Array(run.text.unicodeScalars)
        for index in scalars.indices.dropFirst()
        where scalars[index] == "," && scalars[index - 1] == "”" {
          scalars.swapAt(index, index - 1)
        }
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars)
        return Run(String(view), style: run.style, url: run.url)
      })
  }
}

/// Straight quotation marks, dashes of hyphens and dots made what a printer sets.
struct Typography {
  let words: CitationWords
  /// Whether the text stands within quotation marks itself, so that its own are the inner ones.
  var isQuoted = false

  /// The text of every run, set.
  /// - Parameter before: What stands before the text, which decides what its first mark is.
  func set(_ text: RichText, after before: Unicode.Scalar? = nil) -> RichText {
    var result = RichText()
    var previous = before
    var open: [Unicode.Scalar] = []
    let runs = text.runs
    for (index, run) in runs.enumerated() {
      let following = runs.dropFirst(index + 1).first?.text.unicodeScalars.first
      let set = set(run.text, after: &previous, open: &open, before: following)
      result.append(Run(set, style: run.style, url: run.url))
    }
    return result
  }

  /// Plain text, set.
  func set(_ text: String) -> String {
    set(RichText(text)).plain
  }

  private func set(
    _ text: String, after previous: inout Unicode.Scalar?, open: inout [Unicode.Scalar],
    before following: Unicode.Scalar?
  ) -> String {
    let scalars = Array(text.unicodeScalars)
    var result = String.UnicodeScalarView()
    var index = 0
    while index < scalars.count {
      let scalar = scalars[index]
      let next = index + 1 < scalars.count ? scalars[index + 1] : following
      var width = 1
      switch scalar {
      case "\"", "“", "”", "„":
        let opens = Self.opens(scalar, after: previous, before: next, isOpen: open.last == "\"")
        result.append(contentsOf: mark(opens: opens, isOuter: !isQuoted))
        Self.note("\"", opens: opens, in: &open)
      case "'"
      where Self.isQuotation(after: previous, before: next, isOpen: open.last == "'")
        && (open.last == "'" || Self.closes(scalars[(index + 1)...])):
        let opens = open.last != "'"
        // A single mark within double ones is the inner one; by itself it is as the author has it.
        result.append(contentsOf: mark(opens: opens, isOuter: isQuoted && !open.contains("\"")))
        Self.note("'", opens: opens, in: &open)
      case "'": result.append("’")
      case "-" where next == "-":
        let isLong = index + 2 < scalars.count && scalars[index + 2] == "-"
        width = isLong ? 3 : 2
        result.append(isLong ? "—" : "–")
      case "." where scalars[index...].starts(with: [".", ".", "."]):
        width = 3
        result.append("…")
      default: result.append(scalar)
      }
      previous = scalars[index + width - 1]
      index += width
    }
    return String(result)
  }

  private func mark(opens: Bool, isOuter: Bool) -> String.UnicodeScalarView {
    let pair = isOuter ? words.quotes : words.innerQuotes
    return (opens ? pair.open : pair.close).unicodeScalars
  }

  private static func opens(
    _ mark: Unicode.Scalar, after previous: Unicode.Scalar?, before next: Unicode.Scalar?,
    isOpen: Bool
  ) -> Bool {
    switch mark {
    case "„": return true
    case "”": return false
    // The mark that opens in English closes in German.
    case "“": return !isOpen
    default: break
    }
    if isOpen { return isBoundary(previous) && !isBoundary(next) }
    return !isBoundary(next) || isBoundary(previous)
  }

  /// Whether a `'` begins or ends a quotation, and is no apostrophe.
  private static func isQuotation(
    after previous: Unicode.Scalar?, before next: Unicode.Scalar?, isOpen: Bool
  ) -> Bool {
    if isOpen { return !isBoundary(previous) && !isLetter(next) }
    return isBoundary(previous) && !isBoundary(next) && !(next?.properties.numericType != nil)
  }

  /// Whether a `'` that could close a quotation follows; without one, what looks like an opening
  /// mark is an apostrophe: ’tis.
  private static func closes(_ rest: ArraySlice<Unicode.Scalar>) -> Bool {
    let near = rest.prefix(300)
    return near.indices.contains { index in
      let next = index + 1 < near.endIndex ? near[index + 1] : nil
      return near[index] == "'" && index > near.startIndex
        && isQuotation(after: near[index - 1], before: next, isOpen: true)
    }
  }

  private static func note(
    _ mark: Unicode.Scalar, opens: Bool, in open: inout [Unicode.Scalar]
  ) {
    if opens {
      open.append(mark)
    } else if let last = open.lastIndex(of: mark) {
      open.removeSubrange(last...)
    }
  }

  private static func isBoundary(_ scalar: Unicode.Scalar?) -> Bool {
    guard let scalar else { return true }
    return scalar.properties.isWhitespace || "([{–—-\"“„‘‚".unicodeScalars.contains(scalar)
  }

  private static func isLetter(_ scalar: Unicode.Scalar?) -> Bool {
    scalar?.properties.isAlphabetic ?? false
  }
}

/// Straight quotation marks, dashes of hyphens and dots made what a printer sets.
struct Typography {
  let words: CitationWords
  /// Whether the text stands within quotation marks itself, so that its own are the inner ones.
  var isQuoted = false
  /// Whether single marks by themselves stay single, as in prose; in a title outer and inner marks
  /// take turns, whatever its source has.
  var keepsSingle = false

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

  /// The text with what is left of straight single marks made apostrophes, as in a name; addresses
  /// stay.
  static func settingApostrophes(_ text: RichText) -> RichText {
    RichText(
      text.runs.map { run in
        guard run.url == nil, run.text.utf8.contains(UInt8(ascii: "'")) else { return run }
        return Run(run.text.replacing("'", with: "’"), style: run.style)
      })
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
        let depth = Self.depth(of: "\"", opens: opens, in: open)
        result.append(contentsOf: mark(opens: opens, depth: depth))
        Self.note("\"", opens: opens, in: &open)
      case "'" where scalars[index...].starts(with: ["'", "n", "'"]):
        // Rock ’n’ roll leaves letters out and quotes nothing.
        width = 3
        result.append(contentsOf: "’n’".unicodeScalars)
      case "'"
      where Self.isQuotation(after: previous, before: next, isOpen: open.last == "'")
        && (open.last == "'" || Self.closes(scalars[(index + 1)...])):
        let opens = open.last != "'"
        let depth = Self.depth(of: "'", opens: opens, in: open)
        result.append(
          contentsOf: mark(opens: opens, depth: keepsSingle && depth == 0 ? 1 : depth))
        Self.note("'", opens: opens, in: &open)
      case "‚", "‘", "’":
        guard
          let opens = Self.curlyOpens(
            scalar, isOpen: open.last == "'", before: next, rest: scalars[(index + 1)...])
        else {
          result.append(scalar)
          break
        }
        let depth = Self.depth(of: "'", opens: opens, in: open)
        result.append(
          contentsOf: mark(opens: opens, depth: keepsSingle && depth == 0 ? 1 : depth))
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

  /// How many quotations are open about the one that `mark` opens or closes.
  private static func depth(
    of mark: Unicode.Scalar, opens: Bool, in open: [Unicode.Scalar]
  ) -> Int {
    opens ? open.count : open.lastIndex(of: mark) ?? 0
  }

  private func mark(opens: Bool, depth: Int) -> String.UnicodeScalarView {
    let isOuter = (depth + (isQuoted ? 1 : 0)).isMultiple(of: 2)
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

  /// Whether a single mark that is curly already opens a quotation or closes one; nil where it is
  /// an apostrophe, or nothing closes it. The mark that opens in English closes in German.
  private static func curlyOpens(
    _ mark: Unicode.Scalar, isOpen: Bool, before next: Unicode.Scalar?,
    rest: ArraySlice<Unicode.Scalar>
  ) -> Bool? {
    if mark == "’" || (mark == "‘" && isOpen) { return isOpen && !isLetter(next) ? false : nil }
    let closers: [Unicode.Scalar] = mark == "‘" ? ["’"] : ["‘", "’"]
    return rest.prefix(300).contains(where: closers.contains) ? true : nil
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

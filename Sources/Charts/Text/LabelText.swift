/// A label's words, measured once so that lines of any width can be made of them quickly.
///
/// Nothing is ever cut off: where a word by itself is too wide for its line, it is broken. Only
/// beyond 600 characters a label ends in `…`; by then it is no label any more.
struct LabelText: Sendable {
  /// A run of text that is kept together, with the width of the blank behind it.
  private struct Word: Sendable {
    let text: String
    let width: Double
    let gap: Double
  }

  private let words: [Word]
  private let size: Double
  private let weight: FontWeight
  /// The width on one line, in px.
  let width: Double
  /// The width of the longest word: in a narrower line it would have to be broken.
  let longestWord: Double
  /// Whether there is nothing to show.
  var isEmpty: Bool { words.isEmpty }

  /// The most characters that a label shows.
  static let limit = 600

  /// Measures `text`, all blanks taken as single spaces.
  init(_ text: String, size: Double = Canvas.fontSize, weight: FontWeight = .regular) {
    self.size = size
    self.weight = weight
    let space = TextMetrics.width(" ", size: size, weight: weight)
    var words: [Word] = []
    var width = 0.0
    for (piece, hasBlank) in Self.pieces(of: text) {
      let gap = hasBlank ? space : 0
      let own = TextMetrics.width(piece, size: size, weight: weight)
      words.append(Word(text: piece, width: own, gap: gap))
      width += own + gap
    }
    self.words = words
    longestWord = words.map(\.width).max() ?? 0
    self.width = width - (words.last?.gap ?? 0)
  }

  /// The text in as many lines as it takes, none wider than `limit` px (but for a single letter).
  func lines(within limit: Double) -> [String] {
    var lines: [String] = []
    var line = ""
    var used = 0.0
    var pending = 0.0
    for word in words {
      if !line.isEmpty, used + pending + word.width > limit {
        lines.append(line)
        line = ""
        used = 0
        pending = 0
      }
      if word.width > limit {
        var pieces = broken(word.text, within: limit)
        line = pieces.removeLast()
        lines.append(contentsOf: pieces)
        used = TextMetrics.width(line, size: size, weight: weight)
      } else {
        if pending > 0 { line += " " }
        line += word.text
        used += pending + word.width
      }
      pending = word.gap
    }
    if !line.isEmpty { lines.append(line) }
    return lines
  }

  /// How many lines it takes within `limit` px.
  func lineCount(within limit: Double) -> Int {
    if width <= limit { return isEmpty ? 0 : 1 }
    return lines(within: limit).count
  }

  /// The lines that it takes within `limit` px, made about equally long.
  func balanced(within limit: Double) -> [String] {
    let loose = lines(within: limit)
    guard loose.count > 1 else { return loose }
    // Narrower than its longest word it would break words that need not be broken.
    var low = max(width / Double(loose.count) * 0.9, min(longestWord, limit))
    var high = limit
    var best = loose
    let narrowest = lines(within: low)
    if narrowest.count <= loose.count { return narrowest }
    for _ in 0..<6 where high - low > 2 {
      let middle = (low + high) / 2
      let tried = lines(within: middle)
      if tried.count <= loose.count {
        best = tried
        high = middle
      } else {
        low = middle
      }
    }
    return best
  }

  /// The width of the widest of `lines`, in px.
  func width(of lines: [String]) -> Double {
    lines.map { TextMetrics.width($0, size: size, weight: weight) }.max() ?? 0
  }

  private func broken(_ word: String, within limit: Double) -> [String] {
    var pieces: [String] = []
    var piece = ""
    var used = 0.0
    for character in word {
      let own = TextMetrics.width(String(character), size: size, weight: weight)
      if !piece.isEmpty, used + own > limit {
        pieces.append(piece)
        piece = ""
        used = 0
      }
      piece.append(character)
      used += own
    }
    pieces.append(piece)
    return pieces
  }

  /// The text in pieces between which a line may end, and whether a blank stands behind each.
  private static func pieces(of text: String) -> [(String, Bool)] {
    var pieces: [(String, Bool)] = []
    var piece = String.UnicodeScalarView()
    func close(_ hasBlank: Bool) {
      guard !piece.isEmpty else { return }
      pieces.append((String(piece), hasBlank))
      piece = String.UnicodeScalarView()
    }
    var count = 0
    for scalar in text.unicodeScalars {
      count += 1
      guard count <= limit else {
        piece.append("…")
        break
      }
      if scalar.properties.isWhitespace, scalar != "\u{A0}", scalar != "\u{202F}" {
        // Behind a dash the piece is closed already.
        if piece.isEmpty, let last = pieces.indices.last { pieces[last].1 = true }
        close(true)
        continue
      }
      // Chinese and Japanese break anywhere; an ideograph is a word.
      if isIdeographic(scalar) { close(false) }
      piece.append(scalar)
      if scalar == "-" || scalar == "–" || scalar == "/" || isIdeographic(scalar) { close(false) }
    }
    close(false)
    return pieces
  }

  private static func isIdeographic(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x3040...0x30FF, 0x3400...0x9FFF, 0xF900...0xFAFF, 0x20000...0x3FFFD: true
    default: false
    }
  }
}

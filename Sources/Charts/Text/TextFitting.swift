/// Fitting text into a width: cutting it short, and breaking it into lines.
extension TextMetrics {
  /// The text itself where it fits into `width`, else as much of its beginning as does, and `…`.
  static func ellipsis(
    _ text: String, toFit width: Double, size: Double, weight: FontWeight = .regular
  ) -> String {
    // A label of many thousand characters is cut before it is measured to its end.
    var used = 0.0
    let limit = width * LiberationSans.unitsPerEm / size
    let dots = advance(of: "…", weight: weight)
    var kept = text.startIndex
    var index = text.startIndex
    while index < text.endIndex {
      var step = 0.0
      for scalar in text[index].unicodeScalars { step += advance(of: scalar, weight: weight) }
      used += step
      if used > limit { return text[..<kept].trimmedAtEnd + "…" }
      index = text.index(after: index)
      if used + dots <= limit { kept = index }
    }
    return text
  }

  /// The text in lines no wider than `width`, broken at blanks (and after hyphens and slashes), at
  /// most `maximumLines` of them; what does not fit is cut short with `…`.
  static func wrap(
    _ text: String, width: Double, size: Double, weight: FontWeight = .regular,
    maximumLines: Int = 3
  ) -> [String] {
    // Most labels fit as they are.
    if text.utf8.count <= 200, !text.utf8.contains(where: { $0 < 0x20 || $0 == 0xC2 }),
      text.utf8.first != 0x20, text.utf8.last != 0x20,
      self.width(text, size: size, weight: weight) <= width
    {
      return text.isEmpty ? [] : [text]
    }
    var lines: [String] = []
    var line = ""
    // More than this never fits into a picture, however narrow its letters.
    let pieces = breakingPieces(String(text.prefix(2000)))
    for (number, piece) in pieces.enumerated() {
      let longer = line + piece
      if line.isEmpty || self.width(longer.trimmedAtEnd, size: size, weight: weight) <= width {
        line = longer
        continue
      }
      if lines.count + 1 >= maximumLines {
        line += pieces[number...].joined()
        break
      }
      lines.append(line)
      line = piece
    }
    if !line.isEmpty { lines.append(line) }
    return lines.map { ellipsis($0.trimmedAtEnd, toFit: width, size: size, weight: weight) }
  }

  /// The text in pieces between which a line may be broken.
  private static func breakingPieces(_ text: String) -> [String] {
    var pieces: [String] = []
    var piece = ""
    for character in text {
      let isBlank = character.isWhitespace && character != "\u{A0}" && character != "\u{202F}"
      piece.append(isBlank ? " " : character)
      if isBlank || character == "-" || character == "/" || character == "–" {
        pieces.append(piece)
        piece = ""
      }
    }
    if !piece.isEmpty { pieces.append(piece) }
    return pieces
  }
}

extension StringProtocol {
  /// The text without blanks at its end.
  fileprivate var trimmedAtEnd: String {
    var slice = self[...]
    while let last = slice.last, last.isWhitespace { slice = slice.dropLast() }
    return String(slice)
  }
}

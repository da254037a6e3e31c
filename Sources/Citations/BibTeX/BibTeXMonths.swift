/// The months as `.bib` files write them.
enum BibTeXMonths {
  /// The abbreviations that every style defines: `jan` to `dec`.
  static let names = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]

  /// What they stand for: the number of the month.
  static let macros: [String: [UInt8]] = Dictionary(
    uniqueKeysWithValues: names.enumerated().map { ($1, Array(String($0 + 1).utf8)) })

  /// The month that `text` names: a number, or a name in English or German or its beginning.
  static func number(_ text: Substring) -> Int? {
    if let number = Int(text) { return (1...12).contains(number) ? number : nil }
    let folded = text.lowercased().filter { $0 != "." && $0 != "#" }
    guard folded.count >= 3 else { return nil }
    let german = ["mär": 3, "mai": 5, "okt": 10, "dez": 12]
    let start = String(folded.prefix(3))
    return names.firstIndex(of: start).map { $0 + 1 } ?? german[start]
  }
}

/// A phrase with named slots, as a translator writes it: `"from {date} onwards"`.
struct Phrase: Sendable, Hashable, ExpressibleByStringLiteral {
  /// What a slot is filled with.
  enum Slot: String, Sendable, CaseIterable {
    /// A whole date.
    case date
    /// The first of two.
    case from
    /// The second of two.
    case to
    /// A year, with its era where it needs one.
    case year
    /// A month's name.
    case month
    /// A day of the month, in digits.
    case day
    /// A number, in digits or as an ordinal.
    case number
    /// A time of day.
    case time
    /// The names of parts of a date.
    case parts
  }

  private enum Piece: Sendable, Hashable {
    case literal(String)
    case slot(Slot)
  }

  private let pieces: [Piece]

  init(stringLiteral text: String) { self.init(text) }

  /// Reads the slots out of the text; braces around anything but a slot's name stay as they are.
  init(_ text: String) {
    var pieces: [Piece] = []
    var rest = Substring(text)
    while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
      let name = String(rest[rest.index(after: open)..<close])
      let end = rest.index(after: close)
      if let slot = Slot(rawValue: name) {
        if open > rest.startIndex { pieces.append(.literal(String(rest[..<open]))) }
        pieces.append(.slot(slot))
      } else {
        pieces.append(.literal(String(rest[..<end])))
      }
      rest = rest[end...]
    }
    if !rest.isEmpty { pieces.append(.literal(String(rest))) }
    self.pieces = pieces
  }

  /// The phrase with its slots filled; a slot without a filling stays empty.
  func callAsFunction(_ fillings: KeyValuePairs<Slot, String>) -> String {
    var text = ""
    for piece in pieces {
      switch piece {
      case .literal(let literal): text += literal
      case .slot(let slot): text += fillings.first { $0.key == slot }?.value ?? ""
      }
    }
    return text
  }
}

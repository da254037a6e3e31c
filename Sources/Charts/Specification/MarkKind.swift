/// The kinds of marks that are drawn; composite ones are made of them before.
enum MarkKind: String, Hashable, Sendable, CaseIterable {
  case arc, area, bar, circle, line, point, rect, rule, square, text, tick, trail
  case boxplot, errorbar, errorband
  case estimate

  /// Whether it is made of other marks.
  var isComposite: Bool { self == .boxplot || self == .errorbar || self == .errorband }
  /// Whether one mark takes many rows.
  var isPath: Bool { self == .line || self == .area || self == .trail }
  /// Whether it is drawn as a symbol.
  var isSymbol: Bool { self == .point || self == .circle || self == .square }
}

import Datasets

/// A scale of names to the six colours of the theme; what comes after six is neutral.
struct ColorScale: Sendable {
  /// How many values have a colour of their own.
  static let limit = 6

  /// The values, in the order of their colours; empty where nothing decides the colour.
  let domain: [Value]
  private let indexes: [Value: Int]
  private let constant: Int

  /// The colours of `domain`, or one colour for all.
  /// - Parameter constant: The colour where nothing decides it, 1 to 6.
  init(domain: [Value], constant: Int = 1) {
    self.domain = domain
    self.constant = constant
    var indexes: [Value: Int] = [:]
    for (index, value) in domain.enumerated() where indexes[value] == nil { indexes[value] = index }
    self.indexes = indexes
  }

  /// The class that gives a value its colour.
  func style(of value: Value) -> String {
    guard !domain.isEmpty else { return ColorScale.style(at: constant - 1) }
    return ColorScale.style(at: indexes[value] ?? ColorScale.limit)
  }

  /// The class of the colour at `index`, from 0.
  static func style(at index: Int) -> String {
    (0..<limit).contains(index) ? "c\(index + 1)" : "mark-neutral"
  }
}

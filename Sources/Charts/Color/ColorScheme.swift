/// A scheme of colours by the name that Vega-Lite gives it.
struct ColorScheme: Sendable {
  /// Whether its colours are separate rather than places on a ramp.
  let isCategorical: Bool
  private let listed: [Color]

  /// All names, in byte order.
  static let names: [String] =
    (ColorSchemeData.categorical.map(\.name) + ColorSchemeData.continuous.map(\.name)).sorted()

  /// The scheme called `name`, whose case does not count; a number behind it (`blues-5`) takes that
  /// many of its colours.
  init?(named name: String) {
    var word = name.lowercased()
    var count: Int?
    if let dash = word.lastIndex(of: "-"), let number = Int(word[word.index(after: dash)...]) {
      count = number
      word = String(word[..<dash])
    }
    if let found = ColorSchemeData.categorical.first(where: { $0.name == word }) {
      isCategorical = true
      listed = Self.colors(found.hex)
    } else if let found = ColorSchemeData.continuous.first(where: { $0.name == word }) {
      isCategorical = false
      let all = Self.colors(found.hex)
      if let count, (2...100).contains(count) {
        listed = (0..<count).map {
          ColorInterpolation.rgb.mix(all, at: Double($0) / Double(count - 1))
        }
      } else {
        listed = all
      }
    } else {
      return nil
    }
  }

  private static func colors(_ hex: String) -> [Color] {
    var rest = hex[...]
    var colors: [Color] = []
    while rest.utf8.count >= 6 {
      if let color = Color(digits: rest.prefix(6)) { colors.append(color) }
      rest = rest.dropFirst(6)
    }
    return colors
  }

  /// The colour at a place from 0 to 1.
  func color(at place: Double) -> Color { ColorInterpolation.rgb.mix(listed, at: place) }

  /// As many colours at even distances; all of a categorical scheme.
  func colors(count: Int) -> [Color] {
    if isCategorical { return listed }
    guard count > 1 else { return [color(at: 0.5)] }
    return (0..<count).map { color(at: Double($0) / Double(count - 1)) }
  }
}

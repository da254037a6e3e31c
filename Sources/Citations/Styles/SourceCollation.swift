/// The order of sources in a list: by names, then date, then title.
struct SourceCollation: Comparable {
  private let names: [String]
  private let date: [Int]
  private let title: [String]

  /// The place of a source that stands under `names`, or under `title` where there are none.
  init(names: [SourceName], title: String, date: SourceDate?, id: String) {
    self.names =
      names.isEmpty
      ? [Self.folded(title)]
      : names.flatMap { [Self.folded($0.literal ?? $0.family), Self.rest($0)] }
    // What has no date stands behind what has one.
    self.date = date.map { $0.start == nil ? [Int.max - 1] : $0.order } ?? [Int.max]
    self.title = [Self.folded(title), id]
  }

  static func < (left: Self, right: Self) -> Bool {
    if left.names != right.names { return left.names.lexicographicallyPrecedes(right.names) }
    if left.date != right.date { return left.date.lexicographicallyPrecedes(right.date) }
    return left.title.lexicographicallyPrecedes(right.title)
  }

  private static func rest(_ name: SourceName) -> String {
    folded([name.given, name.nonDroppingParticle, name.suffix].joined(separator: " "))
  }

  /// The text as an alphabetical list takes it: small letters without marks, punctuation dropped.
  static func folded(_ text: String) -> String {
    var result = String.UnicodeScalarView()
    for scalar in text.lowercased().unicodeScalars {
      if let plain = plainLetters[scalar] {
        result.append(contentsOf: plain.unicodeScalars)
      } else if scalar.properties.isWhitespace || scalar == "-" {
        if result.last != " " { result.append(" ") }
      } else if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
        result.append(scalar)
      }
    }
    return String(result)
  }

  /// Latin letters with marks, by the letters under which they are filed.
  private static let plainLetters: [Unicode.Scalar: String] = {
    let groups: [(String, String)] = [
      ("a", "àáâãäåāăąǎ"), ("ae", "æǽ"), ("c", "çćĉċč"), ("d", "ďđð"), ("e", "èéêëēĕėęěə"),
      ("g", "ĝğġģǧ"), ("h", "ĥħḥ"), ("i", "ìíîïĩīĭįıǐ"), ("j", "ĵ"), ("k", "ķǩ"), ("l", "ĺļľŀł"),
      ("n", "ñńņňŉŋ"), ("o", "òóôõöøōŏőǒ"), ("oe", "œ"), ("r", "ŕŗř"), ("s", "śŝşšșṣ"), ("ss", "ß"),
      ("t", "ţťŧțṭ"), ("th", "þ"), ("u", "ùúûüũūŭůűųǔ"), ("w", "ŵ"), ("y", "ýÿŷ"), ("z", "źżžẓ"),
    ]
    var result: [Unicode.Scalar: String] = [:]
    for (plain, marked) in groups {
      for scalar in marked.unicodeScalars { result[scalar] = plain }
    }
    return result
  }()
}

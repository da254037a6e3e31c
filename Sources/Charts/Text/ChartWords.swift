import Datasets
import Values

/// What a chart itself says, in one language.
struct ChartWords: Sendable {
  /// The language.
  let language: Language
  /// The name of a count of rows.
  let count: String
  /// What stands where there is nothing to be seen.
  let noData: String
  private let range: (from: String, values: String, to: String)
  private let operations: [AggregateOperation: String]
  private let parts: [FieldPath.Part: String]
  private let softEdges: String
  private let others: (one: String, many: String)
  private let classes: String
  /// What stands between an operation that has no words of its own and the field.
  private let link: String

  /// The name of a part of an estimate or date.
  func part(_ part: FieldPath.Part) -> String { parts[part] ?? part.rawValue }

  /// How many values there are, and from what to what they reach.
  func values(_ count: Int, from low: String, to high: String) -> String {
    "\(count) \(range.values) \(range.from) \(low) \(range.to) \(high)"
  }

  /// Why the sides of a mark fade out: its date, given in words, is not exact.
  func soft(_ date: String) -> String { "\(softEdges): \(date)" }

  /// What an aggregated field is called.
  func aggregate(_ operation: AggregateOperation, of label: String) -> String {
    let name = operations[operation] ?? "\(operation.rawValue.capitalizedFirst)\(link)"
    return "\(name) \(label)"
  }

  /// What a field is called whose values were put into bins.
  func binned(_ label: String) -> String { "\(label) (\(classes))" }

  /// What stands in a legend for the values that bear no colour of their own.
  func others(_ count: Int) -> String { "\(count) \(count == 1 ? others.one : others.many)" }
}

extension ChartWords {
  /// The words of `language`.
  init(_ language: Language) {
    self = language.tag.hasPrefix("de") ? .german(language) : .english(language)
  }

  private static func english(_ language: Language) -> ChartWords {
    ChartWords(
      language: language, count: "Count of Records", noData: "No data",
      range: ("from", "values", "to"),
      operations: [
        .sum: "Sum of", .mean: "Mean of", .average: "Average of", .median: "Median of",
        .min: "Min of", .max: "Max of", .distinct: "Distinct of", .count: "Count of",
      ],
      parts: [
        .low: "at least", .high: "at most", .mid: "middle", .earliest: "earliest",
        .latest: "latest",
      ], softEdges: "Faded sides: the date is not exact", others: ("other", "others"),
      classes: "binned", link: " of")
  }

  private static func german(_ language: Language) -> ChartWords {
    ChartWords(
      language: language, count: "Anzahl", noData: "Keine Daten",
      range: ("von", "Werte", "bis"),
      operations: [
        .sum: "Summe:", .mean: "Mittel:", .average: "Durchschnitt:", .median: "Median:",
        .min: "Minimum:", .max: "Maximum:", .distinct: "Verschiedene:", .count: "Anzahl:",
      ],
      parts: [
        .low: "mindestens", .high: "höchstens", .mid: "Mitte", .earliest: "frühestens",
        .latest: "spätestens",
      ], softEdges: "Weiche Ränder: das Datum ist nicht genau",
      others: ("weiterer Wert", "weitere Werte"), classes: "in Klassen", link: ":")
  }
}

extension String {
  /// The text with a capital first letter.
  fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }
}

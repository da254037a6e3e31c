import Datasets
import Values

/// What a table says by itself, by language.
struct TableWords: Sendable {
  /// Over rows whose group is not known.
  let noGroup: String
  /// Where there is nothing to show.
  let noRows: String
  /// Beside totals, by what was worked out.
  let aggregates: [FigureAggregate: String]
  /// Beside a total of more rows than are shown; `#` is their number.
  let ofAllRows: String
  /// Below rows that were cut off; `#` is how many are shown, `##` how many there are.
  let shown: String

  /// The words of `language`, English where it has none here.
  static func of(_ language: Language) -> TableWords {
    language.tag.prefix { $0 != "-" } == "de" ? german : english
  }

  static let english = TableWords(
    noGroup: "Not stated", noRows: "There are no rows to show.",
    aggregates: [.sum: "Total", .mean: "Mean", .min: "Lowest", .max: "Highest"],
    ofAllRows: "of all # rows", shown: "Showing # of ## rows")

  static let german = TableWords(
    noGroup: "Ohne Angabe", noRows: "Es gibt keine Zeilen zu zeigen.",
    aggregates: [
      .sum: "Summe", .mean: "Mittelwert", .min: "Niedrigster Wert", .max: "Höchster Wert",
    ],
    ofAllRows: "aller # Zeilen", shown: "# von ## Zeilen")
}

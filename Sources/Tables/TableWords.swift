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
  /// A total of all groups, which have their own; `#` is what was worked out.
  let overall: String
  /// The link to the rows that were cut off.
  let allRows: String
  /// What a column's head says that a reader may sort by; `#` is the column.
  let sortBy: String
  /// What is said once the rows were sorted; `#` is the column.
  let sorted: String
  /// What leads back from a note to its column.
  let backToColumn: String

  /// What stands beside a total.
  func name(of aggregate: FigureAggregate) -> String {
    aggregates[aggregate] ?? aggregate.rawValue
  }

  /// The words of `language`, English where it has none here.
  static func of(_ language: Language) -> TableWords {
    language.tag.prefix { $0 != "-" } == "de" ? german : english
  }

  static let english = TableWords(
    noGroup: "Not stated", noRows: "There are no rows to show.",
    aggregates: [.sum: "Total", .mean: "Mean", .min: "Lowest", .max: "Highest"],
    ofAllRows: "of all # rows", shown: "Showing # of ## rows",
    overall: "# overall", allRows: "All rows", sortBy: "Sort by #", sorted: "Sorted by #",
    backToColumn: "Back to the column")

  static let german = TableWords(
    noGroup: "Ohne Angabe", noRows: "Es gibt keine Zeilen zu zeigen.",
    aggregates: [
      .sum: "Summe", .mean: "Mittelwert", .min: "Niedrigster Wert", .max: "Höchster Wert",
    ],
    ofAllRows: "aller # Zeilen", shown: "# von ## Zeilen", overall: "# insgesamt",
    allRows: "Alle Zeilen",
    sortBy: "Sortieren nach #", sorted: "Sortiert nach #", backToColumn: "Zurück zur Spalte")
}

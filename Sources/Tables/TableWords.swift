import Datasets
import Values

/// What a table says by itself, by language.
struct TableWords: Sendable {
  /// Over rows whose group is not known.
  let noGroup: String
  /// Where there is nothing to show.
  let noRows: String
  /// In place of a figure or date that is missing.
  let notStated: String
  /// In place of a total of which nothing can be said.
  let notKnown: String
  /// Beside totals, by what was worked out.
  let aggregates: [FigureAggregate: String]
  /// Beside a total of more rows than are shown; `#` is their number.
  let ofAllRows: String
  /// Below rows that were cut off; `#` is how many are shown, `##` how many there are.
  let shown: String
  /// Beside the head of a group; `#` is how many rows it has.
  let rows: String
  /// The same where rows were cut off; `#` is how many are shown, `##` how many it has.
  let someRows: String
  /// The same of one row.
  let oneRow: String
  /// A total of all groups, which have their own; `#` is what was worked out.
  let overall: String
  /// The link to the rows that were cut off.
  let allRows: String
  /// The same where it leads to a file.
  let allRowsFile: String
  /// Beneath the table, of totals of columns in which cells are empty.
  let gaps: String
  /// What a column's head says that a reader may sort by; `#` is the column.
  let sortBy: String
  /// What is said once the rows were sorted upwards, downwards, and put back; `#` is the column.
  let sorted: [String]
  /// What leads back from a note to its mark.
  let backToMark: String

  /// What stands beside a total.
  func name(of aggregate: FigureAggregate) -> String {
    aggregates[aggregate] ?? aggregate.rawValue
  }

  /// The words of `language`, English where it has none here.
  static func of(_ language: Language) -> TableWords {
    language.tag.prefix { $0 != "-" } == "de" ? german : english
  }

  static let english = TableWords(
    noGroup: "Not stated", noRows: "There are no rows to show.", notStated: "not stated",
    notKnown: "cannot be told",
    aggregates: [
      .sum: "Total", .mean: "Mean", .median: "Median", .min: "Lowest", .max: "Highest",
      .count: "Number stated",
    ],
    ofAllRows: "of all # rows", shown: "Showing # of ## rows", rows: "# rows",
    someRows: "# of ## rows", oneRow: "1 row",
    overall: "# overall", allRows: "All rows", allRowsFile: "All rows (CSV)",
    gaps: "Without rows that state no figure.", sortBy: "Sort by #",
    sorted: ["Sorted by #, ascending", "Sorted by #, descending", "In the original order"],
    backToMark: "Back to the table")

  static let german = TableWords(
    noGroup: "Ohne Angabe", noRows: "Es gibt keine Zeilen zu zeigen.", notStated: "ohne Angabe",
    notKnown: "nicht zu sagen",
    aggregates: [
      .sum: "Summe", .mean: "Mittelwert", .median: "Median", .min: "Niedrigster Wert",
      .max: "Höchster Wert", .count: "Anzahl der Angaben",
    ],
    ofAllRows: "aller # Zeilen", shown: "# von ## Zeilen", rows: "# Zeilen",
    someRows: "# von ## Zeilen", oneRow: "1 Zeile",
    overall: "# insgesamt", allRows: "Alle Zeilen", allRowsFile: "Alle Zeilen (CSV)",
    gaps: "Ohne Zeilen, die keine Zahl angeben.", sortBy: "Sortieren nach #",
    sorted: [
      "Aufsteigend sortiert nach #", "Absteigend sortiert nach #",
      "In der ursprünglichen Reihenfolge",
    ], backToMark: "Zurück zur Tabelle")
}

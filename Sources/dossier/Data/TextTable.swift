import Diagnostics

/// Rows in columns, for a terminal.
struct TextTable {
  let heads: [String]
  let rows: [[String]]
  /// The columns whose cells stand on the right.
  var numeric: Set<Int> = []

  /// The characters beyond which a cell is cut.
  private static let widest = 48

  /// The table, each row on a line.
  var text: String {
    let cells = ([heads] + rows).map { $0.map(Self.cut) }
    let widths = heads.indices.map { column in cells.map { $0[column].count }.max() ?? 0 }
    var lines = cells.map { row in
      let padded = row.indices.map { column in
        let blanks = String(repeating: " ", count: widths[column] - row[column].count)
        return numeric.contains(column) ? blanks + row[column] : row[column] + blanks
      }
      return Self.trimmed(padded.joined(separator: "  "))
    }
    let rule = widths.map { String(repeating: "-", count: max(1, $0)) }.joined(separator: "  ")
    lines.insert(rule, at: 1)
    return lines.joined(separator: "\n") + "\n"
  }

  private static func trimmed(_ line: String) -> String {
    var line = line[...]
    while line.last == " " { line = line.dropLast() }
    return String(line)
  }

  /// The cell on one line, cut where it is long.
  private static func cut(_ cell: String) -> String {
    let line = String(cell.map { $0.isNewline || $0 == "\t" ? " " : $0 }).printable
    return line.count > widest ? line.prefix(widest - 1) + "…" : line
  }
}

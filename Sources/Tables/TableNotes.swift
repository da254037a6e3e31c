import Datasets

/// The notes beneath a table, each with its letter, in the order in which a reader meets the marks.
struct TableNotes {
  /// What a note is about.
  enum Subject: Hashable {
    /// A column of the table.
    case column(Int)
    /// Cells, by the note's place among the table's own.
    case cells(Int)
    /// Totals of columns in which cells are empty.
    case gaps
  }

  private struct Cell: Hashable {
    let row: Int
    let column: Int
  }

  /// The notes in their order.
  let subjects: [Subject]
  private let byCell: [Cell: [Int]]

  /// - Parameter groups: The rows in the order in which they are shown.
  init(_ table: BoundTable, groups: [BoundTable.Group]) {
    var subjects: [Subject] = table.columns.indices
      .filter { table.columns[$0].specification.note != nil }.map(Subject.column)
    var byCell: [Cell: [Int]] = [:]
    if !table.notes.isEmpty {
      var letters: [Int: Int] = [:]
      let byColumn = table.notes.indices.sorted { table.notes[$0].column < table.notes[$1].column }
      for row in groups.flatMap(\.rows) {
        for note in byColumn where table.notes[note].rows.contains(row) {
          let letter = letters[note] ?? subjects.count
          if letter == subjects.count {
            subjects.append(.cells(note))
            letters[note] = letter
          }
          byCell[Cell(row: row, column: table.notes[note].column), default: []].append(letter)
        }
      }
    }
    if table.totals.contains(where: { table.hasGap($0, in: table.matchingRows) }) {
      subjects.append(.gaps)
    }
    self.subjects = subjects
    self.byCell = byCell
  }

  /// The places of the notes on a cell.
  func notes(row: Int, column: Int) -> [Int] {
    byCell.isEmpty ? [] : byCell[Cell(row: row, column: column)] ?? []
  }

  /// Whether single cells of a column have notes, for whose marks there must be room.
  func areInCells(ofColumn column: Int, of table: BoundTable) -> Bool {
    subjects.contains { subject in
      switch subject {
      case .column: false
      case .cells(let note): table.notes[note].column == column
      case .gaps:
        table.totals.contains { $0.column == column && table.hasGap($0, in: table.matchingRows) }
      }
    }
  }

  /// `a`, `b` and so on; after `z` come `aa`, `ab`.
  static func letter(_ index: Int) -> String {
    var rest = index
    var text = ""
    repeat {
      text = String(UnicodeScalar(UInt8(ascii: "a") + UInt8(rest % 26))) + text
      rest = rest / 26 - 1
    } while rest >= 0
    return text
  }
}

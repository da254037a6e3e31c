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

  /// Where a total stands.
  struct TotalPlace: Hashable {
    /// The place of its group among those that are shown; nil for all rows.
    let group: Int?
    let column: Int
    let aggregate: FigureAggregate
  }

  /// The notes in their order.
  let subjects: [Subject]
  /// The totals that leave empty cells out.
  let gaps: Set<TotalPlace>
  /// The one of them that is met first.
  let firstGap: TotalPlace?
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
    let gaps = Self.gaps(of: table, groups: groups)
    self.gaps = Set(gaps)
    firstGap = gaps.first
    if !gaps.isEmpty { subjects.append(.gaps) }
    self.subjects = subjects
    self.byCell = byCell
  }

  /// The totals that leave empty cells out, in the order in which they are met.
  private static func gaps(of table: BoundTable, groups: [BoundTable.Group]) -> [TotalPlace] {
    let totals = FigureAggregate.allCases.flatMap { aggregate in
      table.totals.filter { $0.aggregate == aggregate }.sorted { $0.column < $1.column }
    }
    func gaps(_ group: Int?, _ rows: [Int]) -> [TotalPlace] {
      totals.filter { table.hasGap($0, in: rows) }.map {
        TotalPlace(group: group, column: $0.column, aggregate: $0.aggregate)
      }
    }
    let own = groups.indices.filter { groups[$0].hasTotals }
    return own.flatMap { gaps($0, groups[$0].matchingRows) } + gaps(nil, table.matchingRows)
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
      case .gaps: gaps.contains { $0.column == column }
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

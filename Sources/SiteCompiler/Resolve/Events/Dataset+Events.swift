import Datasets
import Values

extension Dataset {
  /// The rows that are events: those with a date and words, where the descriptor says that rows are.
  var eventRows: [(row: Int, date: EDTFDate, label: String)] {
    guard events != nil else { return [] }
    return (0..<rowCount).compactMap { row in
      event(inRow: row).map { (row, $0.date, $0.label) }
    }
  }

  /// The date and the words of the event in a row; nil where the row is none.
  func event(inRow row: Int) -> (date: EDTFDate, label: String)? {
    guard let events, let column = columnIndex(named: events.label),
      case .date(let date) = self.column(named: events.date)?[row],
      case .text(let text) = columns[column][row]
    else { return nil }
    let field = fields[column]
    return (date, field.items(of: text).map(field.label(of:)).joined(separator: ", "))
  }
}

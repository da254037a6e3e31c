/// Finds the rows of a column whose value stood in a row before.
///
/// Each column is looked through as what it is stored as: a dictionary of values of any kind would
/// take ten times the memory and three times the time.
enum TwinRows {
  /// Hands over each row whose value is that of an earlier one, with the first such.
  static func forEach(
    in column: Column, of kind: Field.Kind, _ body: (_ row: Int, _ twin: Int) -> Void
  ) {
    switch column {
    case .texts(let texts) where kind != .duration: find(texts, body)
    case .numbers(let numbers): find(numbers, body)
    default:
      find(
        (0..<column.count).map { row in
          let value = kind.comparable(column[row])
          return value == .missing ? nil : value
        }, body)
    }
  }

  private static func find<Element: Hashable>(_ values: [Element?], _ body: (Int, Int) -> Void) {
    var first: [Element: Int] = [:]
    first.reserveCapacity(values.count)
    for (row, value) in values.enumerated() {
      guard let value else { continue }
      if let twin = first[value] { body(row, twin) } else { first[value] = row }
    }
  }
}

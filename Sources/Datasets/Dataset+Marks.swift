import Bytes
public import Values

/// What a row says of how far it may go round.
public enum RowMark: Sendable, Equatable {
  /// Nothing: it goes as far as its dataset.
  case none
  /// As far as the mark lets it.
  case mark(TrafficLight)
  /// Something that is no mark, in the column of that index.
  case invalid(column: Int)
}

extension Dataset {
  /// The columns whose cells mark rows: those called `tlp`, in letters of either case, since a mark
  /// that is overlooked would let out what it should keep in.
  public var markColumns: [Int] {
    fields.indices.filter { column in
      fields[column].name.utf8.map(\.asciiLowercased).elementsEqual("tlp".utf8)
    }
  }

  /// The mark of a row, the narrowest where several columns have one.
  /// - Parameter columns: ``markColumns``.
  public func mark(ofRow row: Int, in columns: [Int]) -> RowMark {
    var narrowest: TrafficLight?
    for column in columns {
      switch self.columns[column][row] {
      case .missing: continue
      case .text(let text):
        guard let mark = TrafficLight(rawValue: text) else { return .invalid(column: column) }
        narrowest = max(narrowest ?? mark, mark)
      case .number, .boolean, .date, .estimate: return .invalid(column: column)
      }
    }
    return narrowest.map(RowMark.mark) ?? .none
  }

  /// The narrowest mark that any of some rows bears; nil where none bears one.
  public func narrowestMark(ofRows rows: some Sequence<Int>) -> TrafficLight? {
    let columns = markColumns
    guard !columns.isEmpty else { return nil }
    return rows.lazy.compactMap { row in
      if case .mark(let mark) = mark(ofRow: row, in: columns) { mark } else { nil }
    }.max()
  }
}

extension Dataset {
  /// The rows whose values for a foreign key no row of `target` has.
  public func rowsWithoutTarget(of key: ForeignKey, in target: Dataset) -> [Int] {
    let here = key.fields.compactMap(columnIndex(named:))
    let there = key.referenced.compactMap(target.columnIndex(named:))
    guard here.count == key.fields.count, there.count == key.referenced.count else { return [] }
    var known: Set<[Value]> = []
    for row in 0..<target.rowCount { known.insert(there.map { target.columns[$0][row] }) }
    let isList = here.count == 1 && fields[here[0]].separator != nil
    return (0..<rowCount).filter { row in
      let values = here.map { columns[$0][row] }
      guard values.contains(where: { $0 != .missing }) else { return false }
      if isList, case .text(let text) = values[0] {
        return fields[here[0]].items(of: text).contains { !known.contains([.text($0)]) }
      }
      return !known.contains(values)
    }
  }

  /// The dataset without some of its foreign keys.
  public func droppingForeignKeys(_ keys: Set<ForeignKey>) -> Dataset {
    var dataset = self
    dataset.foreignKeys.removeAll(where: keys.contains)
    return dataset
  }
}

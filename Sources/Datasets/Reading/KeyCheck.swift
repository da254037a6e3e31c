import Diagnostics

/// Checks that the primary key identifies every row.
struct KeyCheck {
  private let read: ReadDataset
  /// The columns of the key.
  private let key: [Int]
  private var faults = LimitedDiagnostics(limit: CSVReader.faultLimit)

  static func check(_ read: ReadDataset) -> [Diagnostic] {
    let key = read.dataset.primaryKey.compactMap(read.dataset.columnIndex(named:))
    // A key of which a column is missing was reported, and what is left need not identify.
    guard !key.isEmpty, key.count == read.schema?.primaryKey.count else { return [] }
    var check = KeyCheck(read: read, key: key)
    check.checkMissing()
    if key.count == 1 { check.checkOne() } else { check.checkSeveral() }
    return check.faults.finish()
  }

  private init(read: ReadDataset, key: [Int]) {
    self.read = read
    self.key = key
  }

  private mutating func checkMissing() {
    let dataset = read.dataset
    for column in key {
      for row in dataset.columns[column].missingRows
      where read.isMissing(row: row, column: column) {
        faults.add(
          Diagnostic(
            .cellConstraint,
            "column '\(dataset.fields[column].name)' is in the primary key and may not be empty",
            at: dataset.span(row: row, column: column)), kind: "missing")
      }
    }
  }

  private mutating func checkOne() {
    let column = key[0]
    TwinRows.forEach(in: read.dataset.columns[column], of: read.dataset.fields[column].kind) {
      report($0, twin: $1)
    }
  }

  private mutating func checkSeveral() {
    var first: [[Value]: Int] = [:]
    first.reserveCapacity(read.dataset.rowCount)
    for row in 0..<read.dataset.rowCount {
      let values = key.map { read.value(row: row, column: $0) }
      guard !values.contains(.missing) else { continue }
      if let twin = first[values] { report(row, twin: twin) } else { first[values] = row }
    }
  }

  private mutating func report(_ row: Int, twin: Int) {
    let dataset = read.dataset
    let leading = key[0]
    faults.add(
      Diagnostic(
        .keyDuplicate, "the key \(read.words(key, row)) stands twice in '\(dataset.name)'",
        at: dataset.span(row: row, column: leading),
        labels: [
          Diagnostic.Label(dataset.span(row: twin, column: leading), "it is first here")
        ], help: "a primary key names one row"), kind: "duplicate")
  }
}

extension Column {
  /// The rows that have no value.
  var missingRows: [Int] {
    func rows<Element>(_ values: [Element?]) -> [Int] {
      values.indices.filter { values[$0] == nil }
    }
    return switch self {
    case .texts(let values): rows(values)
    case .numbers(let values): rows(values)
    case .booleans(let values): rows(values)
    case .dates(let values): rows(values)
    case .estimates(let values): rows(values)
    }
  }
}

extension ReadDataset {
  /// The texts of some of a row's cells as one name, for messages.
  func words(_ columns: [Int], _ row: Int) -> String {
    let texts = columns.map { column in
      cell(row: row, column: column).map { table.text($0).shortened } ?? ""
    }
    return texts.count == 1 ? "'\(texts[0])'" : "[\(texts.joined(separator: ", "))]"
  }
}

import Values

/// A condition whose columns were found in a dataset, ready to be asked of its rows.
public struct BoundCondition: Sendable {
  let dataset: Dataset
  let test: RowTest

  /// Whether the row, counted from 0, meets the condition; a row that does not exist does not.
  public func matches(row: Int) -> Bool {
    guard row >= 0, row < dataset.rowCount else { return false }
    return test.holds(row, in: dataset)
  }
}

/// What is asked of a row, every type settled.
indirect enum RowTest: Sendable {
  case all([RowTest])
  case any([RowTest])
  case not(RowTest)
  case constant(Bool)
  case missing(FieldPath)
  case flag(FieldPath)
  case number(FieldPath, ConditionOperator, Double)
  case text(FieldPath, ConditionOperator, String)
  case textAmong(FieldPath, Set<String>)
  case listHas(Int, Set<String>)
  case date(FieldPath, ConditionOperator, DatePeriod)
  case estimate(FieldPath, Estimate)
  /// A duration's length in seconds.
  case length(FieldPath, ConditionOperator, Double)
  case columns(FieldPath, ConditionOperator, FieldPath)

  func holds(_ row: Int, in dataset: Dataset) -> Bool {
    switch self {
    case .all(let tests): return tests.allSatisfy { $0.holds(row, in: dataset) }
    case .any(let tests): return tests.contains { $0.holds(row, in: dataset) }
    case .not(let test): return !test.holds(row, in: dataset)
    case .constant(let result): return result
    case .missing(let path): return dataset.value(path, row: row) == .missing
    case .flag(let path): return dataset.value(path, row: row) == .boolean(true)
    case .number(let path, let comparison, let wanted):
      guard case .number(let value) = dataset.value(path, row: row) else { return false }
      return comparison.holds(value, wanted)
    case .text(let path, let comparison, let wanted):
      guard case .text(let value) = dataset.value(path, row: row) else { return false }
      return comparison.holds(value, wanted)
    case .textAmong(let path, let wanted):
      guard case .text(let value) = dataset.value(path, row: row) else { return false }
      return wanted.contains(value)
    case .listHas(let column, let wanted):
      guard case .text(let value) = dataset.columns[column][row] else { return false }
      return dataset.fields[column].items(of: value).contains { wanted.contains($0) }
    case .date(let path, let comparison, let period):
      guard case .date(let value) = dataset.value(path, row: row) else { return false }
      return period.holds(value, comparison)
    case .estimate(let path, let wanted):
      return dataset.value(path, row: row) == .estimate(wanted)
    case .length(let path, let comparison, let wanted):
      guard case .number(let value) = dataset.comparableValue(path, row: row) else { return false }
      return comparison.holds(value, wanted)
    case .columns(let left, let comparison, let right):
      return Self.compare(
        dataset.comparableValue(left, row: row), comparison,
        dataset.comparableValue(right, row: row))
    }
  }

  private static func compare(_ left: Value, _ comparison: ConditionOperator, _ right: Value)
    -> Bool
  {
    switch (left, right) {
    case (.missing, _), (_, .missing): return comparison == .equal && left == right
    case (.number(let one), .number(let other)): return comparison.holds(one, other)
    case (.text(let one), .text(let other)): return comparison.holds(one, other)
    case (.date(let one), .date(let other)):
      guard comparison.isOrder else { return DatePeriod(other).holds(one, comparison) }
      return comparison.holds(
        one.earliest?.number ?? Int.min, other.earliest?.number ?? Int.min)
    default: return comparison == .equal && left == right
    }
  }
}

/// The days between which a date lies, for comparing.
struct DatePeriod: Sendable {
  private let earliest: Int
  private let latest: Int

  init(_ date: EDTFDate) {
    earliest = date.earliest?.number ?? Int.min
    latest = date.latest?.number ?? Int.max
  }

  /// Whether `date` stands to this period as `comparison` says; see ``Condition``.
  func holds(_ date: EDTFDate, _ comparison: ConditionOperator) -> Bool {
    let place = date.earliest?.number ?? Int.min
    switch comparison {
    case .less: return place < earliest
    case .greaterOrEqual: return place >= earliest
    case .lessOrEqual: return place <= latest
    case .greater: return place > latest
    case .equal: return place == earliest && (date.latest?.number ?? Int.max) == latest
    case .unequal: return !holds(date, .equal)
    }
  }
}

extension ConditionOperator {
  /// Texts are alike where Unicode holds them for equivalent, and ordered by their bytes.
  func holds(_ left: String, _ right: String) -> Bool {
    switch self {
    case .equal: left == right
    case .unequal: left != right
    default: holds(left.utf8Order, right.utf8Order)
    }
  }

  func holds<Operand: Comparable>(_ left: Operand, _ right: Operand) -> Bool {
    switch self {
    case .equal: left == right
    case .unequal: left != right
    case .less: left < right
    case .lessOrEqual: left <= right
    case .greater: left > right
    case .greaterOrEqual: left >= right
    }
  }
}

/// Text in the order of its UTF-8 bytes, which no version of Unicode changes.
struct UTF8Order: Comparable {
  let text: String

  static func == (left: Self, right: Self) -> Bool { left.text.utf8.elementsEqual(right.text.utf8) }
  static func < (left: Self, right: Self) -> Bool {
    left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
  }
}

extension String {
  var utf8Order: UTF8Order { UTF8Order(text: self) }
}

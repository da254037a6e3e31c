import Datasets
import Values

/// The columns that channels ask for: times cut and read, numbers in bins.
extension UnitCompiler {
  mutating func cutTimes() {
    for index in slots.indices {
      guard let unit = slots[index].definition.timeUnit, let name = slots[index].column,
        let column = table.column(name)
      else { continue }
      let start = "\(unit.name)_\(name)"
      let end = "\(start)_end"
      if table.index(of: start) == nil {
        let moments = TemporalReading.column(column).map(\.number)
        let floors = unit.isBinned ? moments : moments.map { unit.floor($0) }
        table.set(start, to: floors.map { $0.isFinite ? .time($0) : .null })
        table.set(
          end, to: floors.map { $0.isFinite ? .time(unit.next(after: $0)) : .null })
      }
      slots[index].column = start
      slots[index].end = end
      slots[index].raw = start
    }
  }

  mutating func bin() {
    for index in slots.indices {
      guard let binning = slots[index].definition.bin, let name = slots[index].column,
        let column = table.column(name)
      else { continue }
      let extent = Self.extent(scope.whole?.values(of: name) ?? column)
      let limit = slots[index].definition.channel.isPosition ? 10.0 : 6.0
      let range = binning.range(over: extent, maximumBins: limit)
      let start = "bin_\(range.start)_\(range.step)_\(name)"
      let end = "\(start)_end"
      if table.index(of: start) == nil {
        let starts = column.map { binning.start(of: $0, in: range) }
        table.set(start, to: starts.map { $0.map(Datum.number) ?? .null })
        table.set(end, to: starts.map { $0.map { .number($0 + range.step) } ?? .null })
      }
      slots[index].bins = range
      slots[index].column = start
      slots[index].end = end
      slots[index].raw = start
    }
  }

  private static func extent(_ column: [Datum]) -> (Double, Double) {
    var low = Double.infinity
    var high = -Double.infinity
    for datum in column {
      guard let number = datum.measure else { continue }
      low = min(low, number)
      high = max(high, number)
    }
    return low <= high ? (low, high) : (0, 0)
  }

  /// Reads columns of channels of time as moments.
  mutating func parseTimes() {
    for index in slots.indices {
      let slot = slots[index]
      guard slot.type == .temporal, slot.definition.timeUnit == nil, let name = slot.column,
        slot.aggregateNeedsNoTime, let column = table.column(name)
      else { continue }
      let parsed = "time_\(name)"
      if table.index(of: parsed) == nil {
        // A year of a schema is a number that is its own name.
        let isYear = scope.kinds[name] == .year
        table.set(
          parsed,
          to: isYear ? column.map(Self.year) : TemporalReading.column(column))
      }
      slots[index].column = parsed
      slots[index].raw = parsed
    }
  }

  /// Years that were read as dates are numbers again where a channel measures them.
  mutating func parseNumbers() {
    for index in slots.indices where slots[index].type == .quantitative {
      guard let name = slots[index].column, let column = table.column(name) else { continue }
      if mark.kind == .estimate, column.contains(where: { $0.kind == .text }) {
        table.set("estimate_\(name)", to: column.map(Self.estimate))
        slots[index].column = "estimate_\(name)"
        continue
      }
      guard column.contains(where: { $0.kind == .date }) else { continue }
      let parsed = "number_\(name)"
      if table.index(of: parsed) == nil {
        table.set(
          parsed, to: column.map { $0.kind == .date ? .number($0.number) : $0 })
      }
      slots[index].column = parsed
      slots[index].raw = parsed
    }
  }

  /// A text that is a hedged figure.
  private static func estimate(_ datum: Datum) -> Datum {
    guard case .text(let text) = datum, case .success(let estimate) = Estimate.parse(text) else {
      return datum
    }
    return .estimate(estimate)
  }

  private static func year(_ datum: Datum) -> Datum {
    guard case .number(let year) = datum, let whole = Int(exactly: year) else {
      return TemporalReading.datum(datum)
    }
    return .date(EDTFDate.year(whole))
  }
}

extension UnitCompiler.Slot {
  /// Whether its values are moments even behind an aggregate: the earliest, the latest.
  var aggregateNeedsNoTime: Bool {
    switch definition.aggregate?.value {
    case .count, .distinct, .valid, .missing, .argmin, .argmax: false
    default: true
    }
  }
}

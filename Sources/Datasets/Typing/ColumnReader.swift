import Bytes
import Values

/// Turns texts into the values of a column's type.
struct ColumnReader {
  let syntax: CellSyntax

  /// The column; a text that is no value of the type is reported by its row and becomes missing.
  /// - Parameter texts: The cells' texts; nil where a cell is missing.
  func column(_ texts: [String?], fault: (_ row: Int, _ fault: CellFault) -> Void) -> Column {
    switch syntax.kind {
    case .string:
      if case .standard = syntax.format { return .texts(texts) }
      return .texts(values(texts, text, fault))
    case .any: return .texts(texts)
    case .number:
      // What is not a number is no value, as in every language that knows it.
      let numbers: [Double?] = values(texts, number, fault)
      return .numbers(numbers.map { $0.flatMap { $0.isNaN ? nil : $0 } })
    case .integer: return .numbers(values(texts, integer, fault))
    case .year: return .numbers(values(texts, year, fault))
    case .boolean: return .booleans(values(texts, boolean, fault))
    case .date: return .dates(repeated(texts, date, fault))
    case .estimate: return .estimates(repeated(texts, CellText.estimate, fault))
    case .time, .duration, .geopoint, .geojson, .object, .array:
      return .texts(values(texts, text, fault))
    }
  }

  /// A column of plain numbers in a CSV file, read without making texts; nil where the type is not
  /// such or the cells are not.
  func numbers(
    _ cells: ColumnCells, fault: (_ row: Int, _ fault: CellFault) -> Void
  ) -> Column? {
    guard case .text(let table) = cells.table, syntax.number.isPlain else { return nil }
    let read: (String) -> Result<Double, CellFault>
    var needsWhole = false
    switch syntax.kind {
    case .number: read = number
    case .integer:
      read = integer
      needsWhole = true
    default: return nil
    }
    var numbers: [Double?] = []
    numbers.reserveCapacity(cells.rows.count)
    cells.forEachBytes(in: table) { row, bytes in
      guard let bytes else { return numbers.append(nil) }
      if let number = NumberText.shortNumber(bytes),
        !needsWhole || !bytes.contains(UInt8(ascii: "."))
      {
        return numbers.append(number)
      }
      switch read(cells.text(row) ?? "") {
      case .success(let number): numbers.append(number.isNaN ? nil : number)
      case .failure(let found):
        fault(row, found)
        numbers.append(nil)
      }
    }
    return .numbers(numbers)
  }

  /// One text as a value.
  func value(_ text: String) -> Result<Value, CellFault> {
    switch syntax.kind {
    case .number: number(text).map { $0.isNaN ? .missing : .number($0) }
    case .integer: integer(text).map(Value.number)
    case .year: year(text).map(Value.number)
    case .boolean: boolean(text).map(Value.boolean)
    case .date: date(text).map(Value.date)
    case .estimate: CellText.estimate(text).map(Value.estimate)
    case .string, .any, .time, .duration, .geopoint, .geojson, .object, .array:
      self.text(text).map(Value.text)
    }
  }

  private func values<Result>(
    _ texts: [String?], _ read: (String) -> Swift.Result<Result, CellFault>,
    _ report: (Int, CellFault) -> Void
  ) -> [Result?] {
    var results: [Result?] = []
    results.reserveCapacity(texts.count)
    for (row, text) in texts.enumerated() {
      guard let text else {
        results.append(nil)
        continue
      }
      switch read(text) {
      case .success(let value): results.append(value)
      case .failure(let fault):
        report(row, fault)
        results.append(nil)
      }
    }
    return results
  }

  /// The values of texts that cost much to read and that columns repeat.
  private func repeated<Result>(
    _ texts: [String?], _ read: (String) -> Swift.Result<Result, CellFault>,
    _ report: (Int, CellFault) -> Void
  ) -> [Result?] {
    var known: [String: Swift.Result<Result, CellFault>] = [:]
    return values(
      texts,
      { text in
        if let result = known[text] { return result }
        let result = read(text)
        if known.count < Self.knownLimit, text.utf8.count < 100 { known[text] = result }
        return result
      }, report)
  }

  /// Values that are remembered; more would only fill the memory.
  private static let knownLimit = 20_000

  /// What is held as text, in the one form in which equal values are equal texts.
  private func text(_ text: String) -> Result<String, CellFault> {
    switch (syntax.type, syntax.format) {
    case (.string, .email): StringFormat.email(text)
    case (.string, .uri): StringFormat.uri(text)
    case (.string, .binary): StringFormat.binary(text)
    case (.string, .uuid): StringFormat.uuid(text)
    case (.time, let format): ClockText.time(text, format)
    case (.duration, _): DurationText.parse(text).map { _ in text }
    case (.geopoint, let format): GeoPointText.parse(text, format).map(\.text)
    case (.geojson, let format): GeoJSONText.parse(text, format)
    case (.object, _): JSONText.compact(text, isObject: true)
    case (.array, _): JSONText.compact(text, isObject: false)
    default: .success(text)
    }
  }

  private func number(_ text: String) -> Result<Double, CellFault> {
    if let value = NumberText.number(text, syntax.number) { return .success(value) }
    if let special = NumberText.special(text) { return .success(special) }
    return .failure(CellFault())
  }

  /// The fault with what may mend it, which takes longer than to find the fault: only for those that
  /// are shown.
  func explained(_ fault: CellFault, _ text: String) -> CellFault {
    guard fault.help == nil, syntax.kind == .number || syntax.kind == .integer else { return fault }
    return CellFault(cause: fault.cause, help: hint(text))
  }

  private func integer(_ text: String) -> Result<Double, CellFault> {
    guard let value = NumberText.integer(text, syntax.number) else {
      let isNumber = NumberText.number(text, syntax.number) != nil
      return .failure(CellFault(help: isNumber ? "give the field the type number" : nil))
    }
    guard value.magnitude <= NumberText.largestExactInteger else {
      return .failure(CellFault(cause: "it is so large that it would be rounded"))
    }
    return .success(value)
  }

  /// What an author may have meant by a text that should be a number.
  private func hint(_ text: String) -> String? {
    guard text.utf8.count < 200 else { return nil }
    let unspaced = text.filter { $0 != "," && $0 != " " && $0 != "\u{A0}" && $0 != "\u{202F}" }
    if unspaced != text, NumberText.number(unspaced) != nil {
      // A comma may part thousands or decimals; only the author knows which.
      return text.contains(",")
        ? "give the field a groupChar or a decimalChar, or write no comma"
        : "write \(unspaced)"
    }
    if case .success = CellText.estimate(text) {
      return "give the field the type string and the rdfType dossier:estimate"
    }
    return nil
  }

  private func year(_ text: String) -> Result<Double, CellFault> {
    let digits = text.hasPrefix("-") ? text.dropFirst() : text[...]
    guard digits.utf8.count == 4, digits.utf8.allSatisfy(\.isASCIIDigit),
      let value = NumberText.integer(text)
    else {
      return .failure(
        CellFault(help: "a year has four digits, such as 2021"))
    }
    return .success(value)
  }

  private func boolean(_ text: String) -> Result<Bool, CellFault> {
    if syntax.trueValues.contains(text) { return .success(true) }
    if syntax.falseValues.contains(text) { return .success(false) }
    let words = (syntax.trueValues.prefix(1) + syntax.falseValues.prefix(1)).map { "'\($0)'" }
    return .failure(
      CellFault(
        help: "write \(words.joined(separator: " or "))"))
  }

  private func date(_ text: String) -> Result<EDTFDate, CellFault> {
    switch (syntax.type, syntax.format) {
    case (.string, _): CellText.date(text)
    case (_, .pattern(let pattern)): ClockText.date(text, pattern)
    case (_, .any): ClockText.anyDate(text)
    case (.datetime, _): ClockText.moment(text)
    case (.yearmonth, _): ClockText.month(text)
    default: ClockText.day(text)
    }
  }
}

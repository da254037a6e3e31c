import Bytes
import Values

/// How the cells of one column are written.
struct CellSyntax: Sendable {
  /// What dates must look like.
  enum DateForm: Sendable {
    /// ISO 8601-2, any precision.
    case edtf
    /// `YYYY-MM-DD`, Table Schema's `date`.
    case day
    /// `YYYY-MM`, Table Schema's `yearmonth`.
    case month
  }

  let kind: Field.Kind
  var number = NumberSyntax()
  var dateForm = DateForm.edtf
  var trueValues: [String] = ["true", "True", "TRUE", "1"]
  var falseValues: [String] = ["false", "False", "FALSE", "0"]

  init(kind: Field.Kind) {
    self.kind = kind
  }
}

/// Turns texts into the values of a column's type.
struct ColumnReader {
  let syntax: CellSyntax

  /// The column; a text that is no value of the type is reported by its row and becomes missing.
  /// - Parameter texts: The cells' texts; nil where a cell is missing.
  func column(_ texts: [String?], fault: (_ row: Int, _ fault: CellFault) -> Void) -> Column {
    switch syntax.kind {
    case .string: .texts(texts)
    case .number: .numbers(values(texts, number, fault))
    case .integer: .numbers(values(texts, integer, fault))
    case .year: .numbers(values(texts, year, fault))
    case .boolean: .booleans(values(texts, boolean, fault))
    case .date: .dates(values(texts, date, fault))
    case .estimate: .estimates(values(texts, CellText.estimate, fault))
    }
  }

  /// One text as a value.
  func value(_ text: String) -> Result<Value, CellFault> {
    switch syntax.kind {
    case .string: .success(.text(text))
    case .number: number(text).map(Value.number)
    case .integer: integer(text).map(Value.number)
    case .year: year(text).map(Value.number)
    case .boolean: boolean(text).map(Value.boolean)
    case .date: date(text).map(Value.date)
    case .estimate: CellText.estimate(text).map(Value.estimate)
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

  private func number(_ text: String) -> Result<Double, CellFault> {
    if let value = NumberText.number(text, syntax.number) { return .success(value) }
    return .failure(CellFault(help: hint(text)))
  }

  private func integer(_ text: String) -> Result<Double, CellFault> {
    guard let value = NumberText.integer(text, syntax.number) else {
      let isNumber = NumberText.number(text, syntax.number) != nil
      return .failure(
        CellFault(
          help: isNumber ? "give the field the type number" : hint(text)))
    }
    guard value.magnitude <= NumberText.largestExactInteger else {
      return .failure(CellFault(cause: "it is so large that it would be rounded"))
    }
    return .success(value)
  }

  /// What an author may have meant by a text that should be a number.
  private func hint(_ text: String) -> String? {
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
    let bytes = Array(text.utf8)
    let shape = bytes.map { $0.isASCIIDigit ? UInt8(ascii: "0") : $0 }
    switch syntax.dateForm {
    case .edtf: break
    case .day where shape.elementsEqual("0000-00-00".utf8): break
    case .month where shape.elementsEqual("0000-00".utf8) && (1...12).contains(month(bytes)): break
    case .day, .month:
      return .failure(
        CellFault(
          cause: "it is not written \(syntax.dateForm == .day ? "YYYY-MM-DD" : "YYYY-MM")",
          help: "other dates need the type string and the rdfType http://id.loc.gov/datatypes/edtf")
      )
    }
    return CellText.date(text)
  }

  private func month(_ bytes: [UInt8]) -> Int {
    bytes[5].digitValue * 10 + bytes[6].digitValue
  }
}

import Diagnostics

/// Checks the cells of a column against what the schema asks of them.
struct ConstraintCheck {
  let constraints: FieldConstraints
  let field: Field
  /// Whether the column alone is the primary key, whose own check finds what is missing or twice.
  let isSoleKey: Bool

  func check(_ column: Column, _ texts: CellTexts, in cells: ColumnCells) -> [Diagnostic] {
    var faults = LimitedDiagnostics(limit: CSVReader.faultLimit)
    func report(_ kind: String, _ message: String, _ row: Int, help: String?, twin: Int? = nil) {
      let labels = twin.map { [Diagnostic.Label(cells.span($0), "it is first here")] } ?? []
      faults.add(
        Diagnostic(.cellConstraint, message, at: cells.span(row), labels: labels, help: help),
        kind: kind)
    }
    if constraints.isRequired, !isSoleKey {
      // What is no value of its type was reported, and has nothing else to answer for.
      for row in column.missingRows where cells.isEmpty(row) {
        report("required", "column '\(field.name)' may not be empty", row, help: nil)
      }
    }
    if constraints.isUnique, !isSoleKey {
      TwinRows.forEach(in: column, of: field.kind) { row, twin in
        report(
          "unique",
          "'\((texts[row] ?? "").shortened)' stands twice in column '\(field.name)'", row,
          help: nil, twin: twin)
      }
    }
    guard constraints.asksSingleCells else { return faults.finish() }
    for row in suspects(column) {
      let value = field.kind.comparable(column[row])
      guard value != .missing else { continue }
      for part in values(texts[row] ?? "", value) {
        let wantsHelp = !faults.isFull("enum")
        guard let fault = fault(part.text, part.value, wantsHelp: wantsHelp) else { continue }
        report(fault.kind, fault.message, row, help: fault.help)
      }
    }
    return faults.finish()
  }

  /// The rows that have to be looked at: of numbers those alone that are beyond a bound.
  private func suspects(_ column: Column) -> [Int] {
    guard case .numbers(let numbers) = column, constraints.asksOnlyBounds else {
      return Array(0..<column.count)
    }
    return numbers.indices.filter { row in
      numbers[row].map { number in
        constraints.bounds.contains { $0.fault(.number(number)) != nil }
      } ?? false
    }
  }

  /// What is asked of: each value of a list, or the cell's only one.
  private func values(_ text: String, _ value: Value) -> [(text: String, value: Value)] {
    guard field.separator != nil else { return [(text, value)] }
    return field.items(of: text).map { ($0, .text($0)) }
  }

  private func fault(
    _ text: String, _ value: Value, wantsHelp: Bool
  ) -> (kind: String, message: String, help: String?)? {
    let shown = "'\(text.shortened)' in column '\(field.name)'"
    if let allowed = constraints.allowed, !allowed.contains(value) {
      // To search for what was meant by each of a million cells would take hours.
      guard wantsHelp else { return ("enum", "", nil) }
      let few = constraints.allowedTexts.count <= 12
      let list = "it can be \(constraints.allowedTexts.joined(separator: ", "))"
      let near = Suggestion.didYouMean(text, among: constraints.allowedTexts)
      return ("enum", "\(shown) is none of the allowed values", near ?? (few ? list : nil))
    }
    for bound in constraints.bounds {
      if let words = bound.fault(value) { return (bound.side.rawValue, "\(shown) \(words)", nil) }
    }
    if constraints.minLength != nil || constraints.maxLength != nil {
      let isText = field.schemaType == .string
      let length = isText ? text.unicodeScalars.count : JSONText.count(text)
      let unit = isText ? "characters" : field.schemaType == .array ? "elements" : "keys"
      if let least = constraints.minLength, length < least {
        return ("length", "\(shown) is shorter than \(least) \(unit)", nil)
      }
      if let most = constraints.maxLength, length > most {
        return ("length", "\(shown) is longer than \(most) \(unit)", nil)
      }
    }
    if let pattern = constraints.pattern, !pattern.matches(text) {
      return ("pattern", "\(shown) does not fit the pattern \(constraints.patternText)", nil)
    }
    return nil
  }
}

extension FieldConstraints.Bound {
  /// How a value goes beyond the bound, to stand behind the value; nil where it does not.
  fileprivate func fault(_ found: Value) -> String? {
    if case .number(let number) = found, case .number(let bound) = value,
      side == .minimum && number >= bound || side == .maximum && number <= bound
    {
      return nil
    }
    let order = found.compared(to: value)
    return switch side {
    case .minimum: order == .before ? "is below the minimum \(text)" : nil
    case .maximum: order == .after ? "is above the maximum \(text)" : nil
    case .exclusiveMinimum: order == .after ? nil : "is not above \(text)"
    case .exclusiveMaximum: order == .before ? nil : "is not below \(text)"
    }
  }
}

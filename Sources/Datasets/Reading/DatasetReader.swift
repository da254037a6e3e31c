import Bytes
import Diagnostics

/// Reads one file of data under its schema, or with inferred types where there is none.
struct DatasetReader {
  /// What a dataset is called and where its description stands.
  struct Heading {
    let name: String
    let span: SourceSpan
    var title: String?
    var description: String?
    var sources: [DataSource] = []
    var licenses: [DataLicense] = []
    var marking: String?
    var delimiter = UInt8(ascii: ",")
  }

  /// A column of the dataset: where its cells are, and what the schema says of them.
  private struct Plan {
    let header: CSVHeader.Column
    let descriptor: FieldDescriptor?
  }

  let heading: Heading
  let schema: SchemaDescriptor?
  let file: DataFile
  private var diagnostics: [Diagnostic] = []

  /// The dataset; nil where the file has no header or is no text.
  static func read(
    _ file: DataFile, as heading: Heading, under schema: SchemaDescriptor?
  ) -> Outcome<ReadDataset?> {
    var reader = DatasetReader(heading: heading, schema: schema, file: file)
    let dataset = reader.read()
    return Outcome(dataset, reader.diagnostics)
  }

  private init(heading: Heading, schema: SchemaDescriptor?, file: DataFile) {
    self.heading = heading
    self.schema = schema
    self.file = file
  }

  private mutating func read() -> ReadDataset? {
    let parted = CSVReader.read(file.bytes, in: file.file, delimiter: heading.delimiter)
    guard let table = parted.take(into: &diagnostics),
      let header = CSVHeader.read(table).take(into: &diagnostics),
      let plans = plans(header)
    else { return nil }
    diagnostics += header.checkWidths(table)
    let rows = usableRows(table, width: header.width)
    var fields: [Field] = []
    var columns: [Column] = []
    for plan in plans {
      let cells = ColumnCells(
        table: table, rows: rows, column: plan.header.index, name: plan.header.name,
        missing: plan.descriptor?.missingValues ?? schema?.missingValues ?? [""])
      let (field, column) = read(plan, cells)
      fields.append(field)
      columns.append(column)
    }
    let dataset = Dataset(
      name: heading.name, title: heading.title, description: heading.description, path: file.path,
      fields: fields, columns: columns,
      primaryKey: (schema?.primaryKey ?? []).map(\.name).filter { name in
        fields.contains { $0.name == name }
      }, sources: heading.sources, licenses: heading.licenses, marking: heading.marking,
      cellSpans: spans(table, rows, plans.map(\.header.index)), span: heading.span)
    let result = ReadDataset(
      dataset: dataset, schema: schema, table: table, rows: rows,
      columns: plans.map(\.header.index))
    diagnostics += KeyCheck.check(result)
    return result
  }

  /// The rows that become rows of the dataset: all but empty lines.
  ///
  /// A few rows that are too short keep the cells that they have. Very many are left out, since a
  /// wide header above a million short lines would otherwise grow into billions of empty cells.
  private func usableRows(_ table: CSVTable, width: Int) -> [Int] {
    let rows = (1..<max(1, table.rowCount)).filter { !table.isBlank(row: $0) }
    let shortCount = rows.count { table.cells(of: $0).count < width }
    guard shortCount > Self.shortRowLimit else { return rows }
    return rows.filter { table.cells(of: $0).count >= width }
  }

  private static let shortRowLimit = 1_000

  /// Which columns there will be: those of the schema in its order, then the others.
  private mutating func plans(_ header: CSVHeader) -> [Plan]? {
    guard let schema else { return header.columns.map { Plan(header: $0, descriptor: nil) } }
    var present: [String: CSVHeader.Column] = [:]
    for column in header.columns { present[column.name] = column }
    let described = Set(schema.fields.map(\.name))
    if !schema.fields.isEmpty, described.isDisjoint(with: present.keys) {
      diagnostics.append(
        Diagnostic(
          .csvInvalid, "this first line has none of the names that the schema gives the columns",
          at: header.span,
          help: "the first line should be "
            + schema.fields.prefix(20).map(\.name).joined(separator: ",")))
      return nil
    }
    let extra = header.columns.filter { !described.contains($0.name) }
    let absent = schema.fields.filter { present[$0.name] == nil }
    for field in absent.prefix(CSVReader.faultLimit) {
      diagnostics.append(
        Diagnostic(
          .csvInvalid, "the file has no column '\(field.name)', which the schema describes",
          at: header.span,
          labels: [Diagnostic.Label(field.nameSpan, "it is described here")],
          help: Suggestion.nearest(to: field.name, among: extra.prefix(200).map(\.name))
            .map { "is the column '\($0)' meant?" }))
    }
    for column in extra.prefix(CSVReader.faultLimit) {
      diagnostics.append(
        Diagnostic(
          .csvInvalid,
          "the schema of '\(heading.name)' does not describe the column "
            + "'\(column.name)'", at: column.span,
          labels: [Diagnostic.Label(schema.span, "the schema is here")],
          help: Suggestion.didYouMean(column.name, among: absent.prefix(200).map(\.name))))
    }
    let known = schema.fields.compactMap { field in
      present[field.name].map { Plan(header: $0, descriptor: field) }
    }
    return known + extra.map { Plan(header: $0, descriptor: nil) }
  }

  private mutating func read(_ plan: Plan, _ cells: ColumnCells) -> (Field, Column) {
    let texts = cells.texts()
    let descriptor = plan.descriptor
    let syntax =
      descriptor?.syntax
      ?? CellSyntax(kind: Inference.kind(of: texts, named: plan.header.name))
    let field = Field(
      name: plan.header.name, kind: syntax.kind, title: descriptor?.title,
      description: descriptor?.description, schemaType: syntax.type,
      reference: descriptor?.reference,
      separator: descriptor?.separator, span: descriptor?.nameSpan ?? plan.header.span)
    var faults = LimitedDiagnostics(limit: CSVReader.faultLimit)
    let column = ColumnReader(syntax: syntax).column(texts) { row, fault in
      let text = texts[row] ?? ""
      faults.add(
        Diagnostic(
          .cellTypeWrong,
          "'\(text.shortened)' in column '\(field.name)' is no \(syntax.noun)\(fault.causeText)",
          at: cells.span(row), help: fault.help), kind: "type")
    }
    diagnostics += faults.finish()
    // A value of any other type cannot be mistaken for a formula.
    if syntax.kind == .string { diagnostics += FormulaCheck.check(texts, in: cells) }
    if let constraints = descriptor?.constraints, !constraints.isEmpty {
      let isKey = schema?.primaryKey.map(\.name) == [field.name]
      let check = ConstraintCheck(constraints: constraints, field: field, isSoleKey: isKey)
      diagnostics += check.check(column, texts, in: cells)
    }
    return (field, column)
  }

  /// The places of the dataset's cells; one that its row is too short for has the row's.
  private func spans(_ table: CSVTable, _ rows: [Int], _ columns: [Int]) -> [SourceSpan] {
    var spans: [SourceSpan] = []
    spans.reserveCapacity(rows.count * columns.count)
    for row in rows {
      let cells = table.cells(of: row)
      for column in columns {
        let cell = cells.lowerBound + column
        spans.append(cell < cells.upperBound ? table.span(cell) : table.span(ofRow: row))
      }
    }
    return spans
  }
}

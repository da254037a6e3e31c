import Bytes
import Diagnostics
import Values

/// Reads the rows of one resource under its schema, or with inferred types where there is none.
struct DatasetReader {
  /// What a dataset is called and where its description stands.
  struct Heading {
    let name: String
    let span: SourceSpan
    /// The path of its file within `Content/`, of the first where it has several.
    var path: String?
    var title: String?
    var description: String?
    var sources: [DataSource] = []
    var licenses: [DataLicense] = []
    var marking: TrafficLight?
    var dialect = CSVDialect()
  }

  /// A column of the dataset: where its cells are, and what the schema says of them.
  private struct Plan {
    let header: TableHeader.Column
    let descriptor: FieldDescriptor?
    var name: String { descriptor?.name ?? header.name }
  }

  let heading: Heading
  let schema: SchemaDescriptor?
  /// What faults of the file as a table are called.
  private let tableFault: DiagnosticCode
  private var diagnostics: [Diagnostic] = []

  /// The dataset; nil where there is no header or no text.
  static func read(
    _ rows: ResourceRows, as heading: Heading, under schema: SchemaDescriptor?
  ) -> Outcome<ReadDataset?> {
    var diagnostics: [Diagnostic] = []
    let headed = rows.headed(
      dialect: heading.dialect, names: (schema?.fields ?? []).map(\.name)
    ).take(into: &diagnostics)
    guard let headed else { return Outcome(nil, diagnostics) }
    var reader = DatasetReader(heading: heading, schema: schema, table: headed.table)
    let dataset = reader.read(headed)
    return Outcome(dataset, diagnostics + reader.diagnostics)
  }

  private init(heading: Heading, schema: SchemaDescriptor?, table: CellTable) {
    self.heading = heading
    self.schema = schema
    if case .nodes = table { tableFault = .dataInvalid } else { tableFault = .csvInvalid }
  }

  private mutating func read(_ headed: HeadedTable) -> ReadDataset? {
    guard let plans = plans(headed.header) else { return nil }
    var fields: [Field] = []
    var columns: [Column] = []
    let missing = plans.map(missing)
    for (plan, missing) in zip(plans, missing) {
      let cells = ColumnCells(
        table: headed.table, rows: headed.rows, column: plan.header.index, name: plan.name,
        missing: missing)
      let (field, column) = read(plan, cells)
      fields.append(field)
      columns.append(column)
    }
    let names = Set(fields.map(\.name))
    var dataset = Dataset(
      name: heading.name, title: heading.title, description: heading.description,
      path: heading.path, fields: fields, columns: columns,
      primaryKey: (schema?.primaryKey ?? []).map(\.name).filter(names.contains),
      sources: heading.sources, licenses: heading.licenses, marking: heading.marking,
      cellSpans: headed.table.spans(headed.rows, plans.map(\.header.index)), span: heading.span)
    dataset.foreignKeys = (schema?.foreignKeys ?? []).map { key in
      ForeignKey(
        fields: key.fields.map(\.name),
        dataset: key.resource.isEmpty ? heading.name : key.resource,
        referenced: key.referenced.map(\.name))
    }.filter { names.isSuperset(of: $0.fields) }
    let result = ReadDataset(
      dataset: dataset, schema: schema, table: headed.table, rows: headed.rows,
      columns: plans.map(\.header.index), missing: missing)
    diagnostics += KeyCheck.check(result)
    return result
  }

  /// The texts that mean that a cell of the column has no value.
  private func missing(_ plan: Plan) -> Set<String> {
    let named = plan.descriptor?.missingValues ?? schema?.missingValues ?? [""]
    return heading.dialect.nullSequence.map { named.union([$0]) } ?? named
  }

  /// Which columns there will be: those of the schema in its order, then the others.
  private mutating func plans(_ header: TableHeader) -> [Plan]? {
    guard let schema else { return header.columns.map { Plan(header: $0, descriptor: nil) } }
    let described = Set(schema.fields.map(\.name))
    let present = present(header, described)
    if !schema.fields.isEmpty, described.isDisjoint(with: present.keys) {
      diagnostics.append(
        Diagnostic(
          tableFault,
          tableFault == .csvInvalid
            ? "this first line has none of the names that the schema gives the columns"
            : "these rows have none of the columns that the schema describes",
          at: header.span,
          help: tableFault == .csvInvalid
            ? "the first line should be "
              + schema.fields.prefix(20).map(\.name).joined(separator: ",") : nil))
      return nil
    }
    let used = Set(schema.fields.compactMap { present[$0.name]?.index })
    let extra = header.columns.filter { !used.contains($0.index) }
    let absent = schema.fields.filter { present[$0.name] == nil }
    for field in absent.prefix(CSVReader.faultLimit) {
      diagnostics.append(
        Diagnostic(
          tableFault, "the file has no column '\(field.name)', which the schema describes",
          at: header.span,
          labels: [Diagnostic.Label(field.nameSpan, "it is described here")],
          help: Suggestion.nearest(to: field.name, among: extra.prefix(200).map(\.name))
            .map { "is the column '\($0)' meant?" }))
    }
    for column in extra.prefix(CSVReader.faultLimit) {
      diagnostics.append(
        Diagnostic(
          tableFault,
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

  /// The columns that are there, by the names that the schema has for them.
  private func present(
    _ header: TableHeader, _ described: Set<String>
  ) -> [String: TableHeader.Column] {
    var present: [String: TableHeader.Column] = [:]
    for column in header.columns { present[column.name] = column }
    guard !heading.dialect.isCaseSensitive else { return present }
    var folded: [String: String] = [:]
    // Of two names that differ only by case the first is meant.
    for field in schema?.fields.reversed() ?? [] { folded[field.name.lowercased()] = field.name }
    for column in header.columns where !described.contains(column.name) {
      if let name = folded[column.name.lowercased()], present[name] == nil {
        present[name] = column
      }
    }
    return present
  }

  private mutating func read(_ plan: Plan, _ cells: ColumnCells) -> (Field, Column) {
    let descriptor = plan.descriptor
    var faults = LimitedDiagnostics(limit: CSVReader.faultLimit)
    func report(_ row: Int, _ text: String?, _ syntax: CellSyntax?, _ fault: CellFault) {
      func diagnostic() -> Diagnostic {
        let text = text ?? ""
        let told = syntax.map { ColumnReader(syntax: $0).explained(fault, text) } ?? fault
        return Diagnostic(
          .cellTypeWrong,
          "'\(text.shortened)' in column '\(cells.name)' is no \(syntax?.noun ?? "value")"
            + told.causeText, at: cells.span(row), help: told.help)
      }
      faults.add(diagnostic(), kind: "type")
    }
    func finish(_ syntax: CellSyntax, _ column: Column, _ texts: CellTexts) -> (Field, Column) {
      diagnostics += faults.finish()
      return (field(plan, syntax), checked(column, plan, syntax, texts, cells))
    }
    if let syntax = descriptor?.syntax {
      let texts = CellTexts(of: cells)
      let column = ColumnReader(syntax: syntax).numbers(cells) { row, fault in
        report(row, texts[row], syntax, fault)
      }
      if let column { return finish(syntax, column, texts) }
    }
    let texts = cells.texts(for: descriptor) { row, text, fault in
      report(row, text, descriptor?.syntax, fault)
    }
    let syntax = descriptor?.syntax ?? CellSyntax(kind: guess(texts, cells))
    let column = ColumnReader(syntax: syntax).column(texts) { row, fault in
      report(row, texts[row], syntax, fault)
    }
    // A value of any other type cannot be mistaken for a formula.
    let formulas =
      syntax.kind == .string || syntax.kind == .any ? FormulaCheck.check(texts, in: cells) : []
    let result = finish(syntax, column, CellTexts(texts))
    diagnostics += formulas
    return result
  }

  private func field(_ plan: Plan, _ syntax: CellSyntax) -> Field {
    let descriptor = plan.descriptor
    var field = Field(
      name: plan.name, kind: syntax.kind, title: descriptor?.title,
      description: descriptor?.description, schemaType: syntax.type,
      reference: descriptor?.reference,
      separator: descriptor?.separator, span: descriptor?.nameSpan ?? plan.header.span)
    field.rules = descriptor?.constraints.rules ?? []
    return field
  }

  /// The column, once it was held against what the schema asks of it.
  private mutating func checked(
    _ column: Column, _ plan: Plan, _ syntax: CellSyntax, _ texts: CellTexts, _ cells: ColumnCells
  ) -> Column {
    guard let constraints = plan.descriptor?.constraints, !constraints.isEmpty else {
      return column
    }
    let isKey = schema?.primaryKey.map(\.name) == [plan.name]
    let check = ConstraintCheck(
      constraints: constraints, field: field(plan, syntax), isSoleKey: isKey)
    diagnostics += check.check(column, texts, in: cells)
    return column
  }

  private func guess(_ texts: [String?], _ cells: ColumnCells) -> Field.Kind {
    cells.guess
      ?? Inference.kind(of: texts, named: cells.name, isTextOnly: cells.isTextOnly)
  }
}

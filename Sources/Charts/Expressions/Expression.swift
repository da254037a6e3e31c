import Diagnostics
import Values

/// An expression of Vega's language over the fields of a row, parsed once.
struct Expression: Sendable {
  let node: ExpressionNode
  /// The fields that it reads, with their places.
  let fields: [Spanned<String>]
  /// The parameters that it names, with their places.
  private(set) var parameters: [Spanned<String>] = []
  /// The language in which it says times.
  private var language = Language.english

  /// Reads an expression.
  ///
  /// - Parameter allowsBareFields: Whether a bare name is a field rather than a parameter.
  /// - Returns: The expression, or nil with `block-invalid` where it goes wrong.
  static func parse(
    _ text: String, at span: SourceSpan, allowsBareFields: Bool = false
  ) -> Outcome<Expression?> {
    do throws(ExpressionFault) {
      var parser = try ExpressionParser(text, allowsBareFields: allowsBareFields)
      let node = try parser.parse()
      var expression = Expression(
        node: node, fields: parser.fields.map { Spanned($0.name, at: place($0.range, text, span)) })
      expression.parameters = parser.parameters.map {
        Spanned($0.name, at: place($0.range, text, span))
      }
      return Outcome(expression)
    } catch {
      return Outcome(
        nil,
        [
          Diagnostic(
            .blockInvalid, "this expression cannot be read: \(error.message)",
            at: place(error.range, text, span), help: error.help)
        ])
    }
  }

  /// The place of a part of the text, where the text stands in its file as it is.
  private static func place(
    _ range: Range<Int>, _ text: String, _ span: SourceSpan
  ) -> SourceSpan {
    let length = Int(span.end) - Int(span.start)
    let count = text.utf8.count
    if length == count { return span.slice(range.lowerBound, count: max(range.count, 1)) }
    // In quotes, nothing of it escaped.
    if length == count + 2 { return span.slice(range.lowerBound + 1, count: max(range.count, 1)) }
    return span
  }

  init(node: ExpressionNode, fields: [Spanned<String>]) {
    self.node = node
    self.fields = fields
  }

  /// The value for one row.
  func evaluate(row: Int, of table: ChartTable, parameters: [String: Datum]) -> Datum {
    BoundExpression(node, table, parameters, language).value(row)
  }

  /// The values for all rows.
  func values(of table: ChartTable, parameters: [String: Datum]) -> [Datum] {
    let bound = BoundExpression(node, table, parameters, language)
    return (0..<table.rowCount).map { bound.value($0) }
  }

  /// The value where `datum` is an object of its own, as for labels of axes.
  func evaluate(
    _ datum: DatumObject, _ parameters: [String: Datum], in language: Language
  ) -> Datum {
    let table = ChartTable(
      names: datum.names, columns: datum.values.map { [$0] }, rowCount: 1)
    return BoundExpression(node, table, parameters, language).value(0)
  }
}

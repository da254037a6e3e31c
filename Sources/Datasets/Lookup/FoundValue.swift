/// What an expression found in the data.
public struct FoundValue: Sendable {
  /// The value; never missing.
  public let value: Value
  /// The dataset.
  public let dataset: Dataset
  /// The column that it comes from; nil for a count.
  public let field: Field?
  /// The row of a single cell; nil for what was worked out of several.
  public let row: Int?
  /// The rows that it comes from.
  public let rows: [Int]
  /// How it is said; nil for what suits a text.
  public let format: ValueFormat?
}

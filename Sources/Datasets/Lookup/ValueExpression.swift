import Bytes

/// What a value in a text asks of the datasets: `strength[2022-02].fighters`,
/// `attacks.sum(killed) where year > 2020`, each perhaps with `| digits` behind it.
public struct ValueExpression: Hashable, Sendable {
  /// A word with the bytes that it takes.
  public struct Name: Hashable, Sendable {
    /// The word, without quotation marks.
    public let text: String
    /// Its bytes in the expression.
    public let range: Range<Int>
  }

  /// What is worked out of the rows.
  public enum Aggregate: String, Sendable, CaseIterable {
    /// How many rows there are; of a column, how many values.
    case count
    /// All added up.
    case sum
    /// The sum divided by the number of values.
    case mean
    /// The least.
    case min
    /// The greatest.
    case max
    /// The first, in the order of the data.
    case first
    /// The last, in the order of the data.
    case last
  }

  /// Which value is meant.
  public enum Selection: Hashable, Sendable {
    /// That of a column in the row with a key.
    case cell(key: [Name], column: Name)
    /// What is worked out of the rows that meet a condition, the text of which is given.
    case aggregate(Aggregate, column: Name?, condition: Name?)
  }

  /// The dataset.
  public let dataset: Name
  /// Which value is meant.
  public let selection: Selection
  /// What the key or the call takes, for what is wrong with it as a whole.
  public let selectionRange: Range<Int>
  /// How it is said.
  public let format: Name?
  /// Whether the format stands in quotation marks, so that it is a specifier of d3's.
  public let isFormatQuoted: Bool
}

/// Why a text is no expression for a value.
public struct ValueSyntaxError: Error, Hashable, Sendable {
  /// What is wrong: a sentence that stands alone.
  public let message: String
  /// The offending bytes.
  public let range: Range<Int>
  /// What would mend it.
  public let help: String?
}

extension ValueExpression {
  /// Reads `bytes`, the text behind `{value}`.
  public static func parse(_ bytes: [UInt8]) -> Result<ValueExpression, ValueSyntaxError> {
    var scanner = ValueScanner(bytes: bytes)
    do throws(ValueSyntaxError) {
      return .success(try scanner.expression())
    } catch {
      return .failure(error)
    }
  }
}

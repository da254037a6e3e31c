/// One of the constraints of a column, Table Schema 1, "constraints".
public struct FieldRule: Hashable, Sendable {
  /// What is asked, by the name that descriptors give it.
  public enum Kind: String, Sendable {
    /// Every row has a value.
    case required
    /// No two rows have the same.
    case unique
    /// Nothing is less.
    case minimum
    /// Nothing is more.
    case maximum
    /// Everything is more.
    case exclusiveMinimum
    /// Everything is less.
    case exclusiveMaximum
    /// There are no other values.
    case allowed = "enum"
    /// Texts and lists have at least so many parts.
    case minLength
    /// Texts and lists have at most so many parts.
    case maxLength
    /// Texts fit a pattern of XML Schema.
    case pattern
  }

  /// What is asked.
  public let kind: Kind
  /// The bound, the length, the pattern or the values that may be, read as the column's cells are,
  /// since what is published is not written as the author's file is; empty where nothing more is to
  /// be said.
  public let values: [Value]
}

extension FieldRule {
  fileprivate init(kind: Kind, length: Int) {
    self.init(kind: kind, values: [.number(Double(length))])
  }
}

extension FieldConstraints {
  /// The constraints one by one.
  var rules: [FieldRule] {
    var rules: [FieldRule] = []
    if isRequired { rules.append(FieldRule(kind: .required, values: [])) }
    if isUnique { rules.append(FieldRule(kind: .unique, values: [])) }
    for bound in bounds {
      guard let kind = FieldRule.Kind(rawValue: bound.side.rawValue) else { continue }
      rules.append(FieldRule(kind: kind, values: [bound.written]))
    }
    if !allowedValues.isEmpty { rules.append(FieldRule(kind: .allowed, values: allowedValues)) }
    if let minLength { rules.append(FieldRule(kind: .minLength, length: minLength)) }
    if let maxLength { rules.append(FieldRule(kind: .maxLength, length: maxLength)) }
    if pattern != nil { rules.append(FieldRule(kind: .pattern, values: [.text(patternText)])) }
    return rules
  }
}

/// Columns that name the rows of another dataset, or of the same.
public struct ForeignKey: Hashable, Sendable {
  /// The columns.
  public let fields: [String]
  /// The dataset whose rows they name.
  public let dataset: String
  /// Its columns, in the order of ``fields``.
  public let referenced: [String]
}

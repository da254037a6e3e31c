public import Diagnostics

/// Something that an author wrote, with its place.
public struct Spanned<Value> {
  /// What was written.
  public let value: Value
  /// Its bytes.
  public let span: SourceSpan

  /// `value`, written at `span`.
  public init(_ value: Value, at span: SourceSpan) {
    self.value = value
    self.span = span
  }
}

extension Spanned: Sendable where Value: Sendable {}
extension Spanned: Equatable where Value: Equatable {}
extension Spanned: Hashable where Value: Hashable {}

/// What a stage makes of its input: a value, and what it found on the way.
///
/// An author's mistake is a diagnostic beside the value, never a thrown error, so that one fault
/// does not hide another.
public struct Outcome<Value> {
  /// The result, as good as the input allowed.
  public var value: Value
  /// What was found on the way.
  public var diagnostics: [Diagnostic]

  /// A value and what was found while making it.
  public init(_ value: Value, _ diagnostics: [Diagnostic] = []) {
    self.value = value
    self.diagnostics = diagnostics
  }

  /// Takes the value and adds the diagnostics to `collected`.
  public func take(into collected: inout [Diagnostic]) -> Value {
    collected.append(contentsOf: diagnostics)
    return value
  }

  /// The outcome with its value changed and its diagnostics kept.
  public func map<Other>(_ transform: (Value) -> Other) -> Outcome<Other> {
    Outcome<Other>(transform(value), diagnostics)
  }
}

extension Outcome: Sendable where Value: Sendable {}

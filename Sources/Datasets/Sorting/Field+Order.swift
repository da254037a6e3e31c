extension Field.Kind {
  /// What stands for a value of the kind where it is compared: the value itself, or a duration's
  /// length in seconds, since `PT90M` and `PT1H30M` are one length, and longer than `PT2M`.
  func comparable(_ value: Value) -> Value {
    guard self == .duration, case .text(let text) = value,
      case .success(let duration) = DurationText.parse(text)
    else { return value }
    return .number(duration.length)
  }
}

extension Dataset {
  /// What stands for the value of `path` in `row` where rows are compared.
  public func comparableValue(_ path: FieldPath, row: Int) -> Value {
    let value = value(path, row: row)
    return path.part == nil ? fields[path.column].kind.comparable(value) : value
  }
}

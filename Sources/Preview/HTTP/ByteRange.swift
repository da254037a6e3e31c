import Bytes

/// The part of a file that a request asks for, RFC 9110 section 14.
enum ByteRange: Equatable {
  /// All of it: no part is asked for, or in words that may be passed over.
  case whole
  /// These bytes.
  case part(Range<Int>)
  /// Bytes that are not there.
  case unsatisfiable

  /// What the field `Range` asks for of a file of `size` bytes.
  ///
  /// Several parts at once are passed over, as section 14.2 allows: no browser asks a preview for
  /// them, and they let a small request cost much.
  init(_ field: String?, size: Int) {
    self = .whole
    guard let field, let equals = field.firstIndex(of: "="),
      field[..<equals].lowercased() == "bytes"
    else { return }
    let wanted = field[field.index(after: equals)...].utf8.trimmingASCIIWhitespace()
    let ends = wanted.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
    guard ends.count == 2 else { return }
    switch (Self.number(ends[0]), Self.number(ends[1])) {
    case (let first?, let last?):
      guard first <= last else { return }
      self = first < size ? .part(first..<min(last, size - 1) + 1) : .unsatisfiable
    case (let first?, nil):
      guard ends[1].isEmpty else { return }
      self = first < size ? .part(first..<size) : .unsatisfiable
    case (nil, let count?):
      guard ends[0].isEmpty else { return }
      self = count > 0 && size > 0 ? .part(size - min(count, size)..<size) : .unsatisfiable
    case (nil, nil): return
    }
  }

  /// A number of digits only; one too large to count with is the largest there is.
  private static func number(_ digits: some Collection<UInt8>) -> Int? {
    guard !digits.isEmpty, digits.allSatisfy(\.isASCIIDigit) else { return nil }
    return Int(digits.text) ?? Int.max - 1
  }
}

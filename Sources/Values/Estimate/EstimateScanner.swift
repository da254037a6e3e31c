import Bytes

/// Reads the bytes of one estimate from left to right.
struct EstimateScanner {
  private let bytes: [UInt8]
  private var index = 0

  private init(bytes: [UInt8]) { self.bytes = bytes }

  static func scan(_ text: String) -> Result<Estimate, EstimateError> {
    var scanner = EstimateScanner(bytes: Array(text.utf8))
    do throws(EstimateError) {
      return .success(try scanner.estimate())
    } catch {
      return .failure(error)
    }
  }

  private mutating func estimate() throws(EstimateError) -> Estimate {
    guard !bytes.isEmpty else { throw EstimateError("an estimate is missing", at: 0) }
    let isApproximate = skip(UInt8(ascii: "~"))
    let start = index
    var low: Double?
    var high: Double?
    var isLowExclusive = false
    var isHighExclusive = false
    if skip(UInt8(ascii: ">")) {
      isLowExclusive = true
      low = try number()
    } else if skip(UInt8(ascii: "<")) {
      isHighExclusive = true
      high = try number()
    } else if skipDots() {
      guard index < bytes.count else {
        throw EstimateError("a range needs at least one bound", at: start)
      }
      high = try number()
    } else {
      low = try number()
      if !skipDots() {
        high = low
      } else if index < bytes.count {
        high = try number()
      }
    }
    guard index == bytes.count else { throw unexpected("the end") }
    guard
      let estimate = Estimate(
        low: low, high: high, isLowExclusive: isLowExclusive, isHighExclusive: isHighExclusive,
        isApproximate: isApproximate)
    else {
      throw EstimateError("the range ends below its beginning", at: start)
    }
    return estimate
  }

  /// A decimal number, with at least one digit on either side of its point.
  private mutating func number() throws(EstimateError) -> Double {
    let start = index
    _ = skip(UInt8(ascii: "-"))
    try digits()
    if next == UInt8(ascii: "."), index + 1 >= bytes.count || bytes[index + 1] != next {
      index += 1
      try digits()
    }
    guard let value = Double(bytes[start..<index].text), value.magnitude <= Estimate.limit else {
      throw EstimateError("the number is too large to be held exactly", at: start)
    }
    return value
  }

  private mutating func digits() throws(EstimateError) {
    guard let first = next, first.isASCIIDigit else { throw unexpected("a digit") }
    while let byte = next, byte.isASCIIDigit { index += 1 }
  }

  private var next: UInt8? { index < bytes.count ? bytes[index] : nil }

  private mutating func skip(_ byte: UInt8) -> Bool {
    guard next == byte else { return false }
    index += 1
    return true
  }

  private mutating func skipDots() -> Bool {
    let dot = UInt8(ascii: ".")
    guard next == dot, index + 1 < bytes.count, bytes[index + 1] == dot else { return false }
    index += 2
    return true
  }

  private func unexpected(_ expectation: String) -> EstimateError {
    EstimateError("expected \(expectation), found \(bytes.foundText(at: index))", at: index)
  }
}

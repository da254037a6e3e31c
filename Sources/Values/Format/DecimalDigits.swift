import Bytes

/// A magnitude in decimal digits, exactly as the binary number holds it or rounded from that.
///
/// What JavaScript's `toFixed`, `toExponential` and `toPrecision` say of a number is defined by its
/// exact value (ECMA-262, 21.1.3): 1.005 to two places is 1.00, since it lies below. Rounding a
/// product or the shortest text would be a digit off now and then.
struct DecimalDigits: Equatable {
  /// The digits, 0 to 9, the first of which is not 0 unless all are none.
  private(set) var digits: [UInt8]
  /// The power of ten of the first digit.
  private(set) var exponent: Int

  /// Whether the number is zero.
  var isZero: Bool { digits.allSatisfy { $0 == 0 } }

  /// All digits of `value`, which is finite and not negative.
  init(exactly value: Double) {
    guard value > 0 else {
      digits = [0]
      exponent = 0
      return
    }
    let power = Int(value.exponent) - 52
    let significand =
      value.isNormal
      ? value.significandBitPattern | 1 << 52 : value.significandBitPattern
    let scale = value.isNormal ? power : -1074
    var number = LargeInteger(significand)
    // m·2^-k is m·5^k over 10^k.
    if scale >= 0 {
      number.multiply(by: 2, times: scale)
    } else {
      number.multiply(by: 5, times: -scale)
    }
    let all = number.digits
    digits = all
    exponent = all.count - 1 + min(scale, 0)
    while digits.count > 1, digits.last == 0 { digits.removeLast() }
  }

  /// As few digits as tell `value`, which is finite and not negative, from every other number.
  init(shortest value: Double) {
    digits = []
    exponent = -1
    var isBehindPoint = false
    var power = 0
    var bytes = Array(value.description.utf8)[...]
    while let byte = bytes.popFirst() {
      switch byte {
      case UInt8(ascii: "."): isBehindPoint = true
      case UInt8(ascii: "e"):
        power = Int(Array(bytes).text) ?? 0
        bytes = []
      default:
        digits.append(byte - 0x30)
        if !isBehindPoint { exponent += 1 }
      }
    }
    exponent += power
    while digits.count > 1, digits.first == 0 {
      digits.removeFirst()
      exponent -= 1
    }
    while digits.count > 1, digits.last == 0 { digits.removeLast() }
    if isZero { exponent = 0 }
  }

  /// The number rounded to `places` behind the point, halves up.
  func rounded(places: Int) -> DecimalDigits { rounded(count: exponent + 1 + places) }

  /// The number rounded to `count` significant digits, halves up, with zeros where it has fewer.
  func rounded(significant count: Int) -> DecimalDigits {
    guard !isZero else {
      var zero = self
      zero.digits = Array(repeating: 0, count: max(count, 1))
      zero.exponent = 0
      return zero
    }
    var result = rounded(count: count)
    let missing = count - result.digits.count
    if missing > 0 { result.digits += Array(repeating: 0, count: missing) }
    return result
  }

  /// The first `count` digits, the last of them rounded; none at all may be left.
  private func rounded(count: Int) -> DecimalDigits {
    guard count < digits.count else { return self }
    var result = self
    guard count >= 0 else {
      result.digits = [0]
      result.exponent = 0
      return result
    }
    let isUp = digits[count] >= 5
    result.digits = Array(digits[..<count])
    guard isUp else {
      if count == 0 {
        result.digits = [0]
        result.exponent = 0
      }
      return result
    }
    var index = count - 1
    while index >= 0, result.digits[index] == 9 {
      result.digits[index] = 0
      index -= 1
    }
    if index >= 0 {
      result.digits[index] += 1
    } else {
      result.digits.insert(1, at: 0)
      result.exponent += 1
      if result.digits.count > max(count, 1) { result.digits.removeLast() }
    }
    return result
  }

  /// The number with `places` digits behind a point: `12.50`.
  func fixed(places: Int) -> String {
    let rounded = rounded(places: places)
    var text: [UInt8] = []
    var place = max(rounded.exponent, 0)
    while place >= -places {
      if place == -1 { text.append(UInt8(ascii: ".")) }
      let index = rounded.exponent - place
      let digit = rounded.digits.indices.contains(index) ? rounded.digits[index] : 0
      text.append(0x30 + digit)
      place -= 1
    }
    return text.text
  }

  /// The digits alone.
  var text: String { digits.map { $0 + 0x30 }.text }
}

/// A whole number of any length, as long as it takes to write out a binary fraction.
private struct LargeInteger {
  /// Nine decimal digits in each, the lowest first.
  private var limbs: [UInt32] = []
  private static let base: UInt64 = 1_000_000_000

  init(_ value: UInt64) {
    var rest = value
    repeat {
      limbs.append(UInt32(rest % Self.base))
      rest /= Self.base
    } while rest > 0
  }

  /// Multiplies by a small `factor`, `times` over.
  mutating func multiply(by factor: UInt64, times: Int) {
    var left = times
    // As many at once as keep a limb's product within 64 bits.
    let most = factor == 2 ? 30 : 12
    while left > 0 {
      let count = min(left, most)
      let product = (0..<count).reduce(UInt64(1)) { product, _ in product * factor }
      var carry: UInt64 = 0
      for index in limbs.indices {
        let value = UInt64(limbs[index]) * product + carry
        limbs[index] = UInt32(value % Self.base)
        carry = value / Self.base
      }
      while carry > 0 {
        limbs.append(UInt32(carry % Self.base))
        carry /= Self.base
      }
      left -= count
    }
  }

  /// The decimal digits, the highest first.
  var digits: [UInt8] {
    var digits: [UInt8] = []
    for limb in limbs {
      var rest = limb
      for _ in 0..<9 {
        digits.append(UInt8(rest % 10))
        rest /= 10
      }
    }
    while digits.count > 1, digits.last == 0 { digits.removeLast() }
    return digits.reversed()
  }
}

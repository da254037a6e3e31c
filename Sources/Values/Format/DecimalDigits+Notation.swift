extension DecimalDigits {
  /// One digit before the point, `places` behind it, and the power of ten: `1.25e+3`.
  func scientific(places: Int) -> String {
    let rounded = rounded(significant: places + 1)
    let head = rounded.text.prefix(1)
    let tail = rounded.text.dropFirst()
    let sign = rounded.exponent < 0 ? "-" : "+"
    return head + (tail.isEmpty ? "" : "." + tail) + "e" + sign
      + String(rounded.exponent.magnitude)
  }

  /// With `count` significant digits, and an exponent where those do not reach the point, as
  /// `toPrecision` has it.
  func precise(_ count: Int) -> String {
    let rounded = rounded(significant: count)
    if rounded.exponent < -6 || rounded.exponent >= count {
      return scientific(places: count - 1)
    }
    return rounded.placed()
  }

  /// Rounded to `count` significant digits, without an exponent.
  func plain(significant count: Int) -> String { rounded(significant: count).placed() }

  /// The digits about the point, with the zeros that it takes.
  private func placed() -> String {
    if exponent < 0 { return "0." + String(repeating: "0", count: -exponent - 1) + text }
    let whole = exponent + 1
    if digits.count <= whole { return text + String(repeating: "0", count: whole - digits.count) }
    return text.prefix(whole) + "." + text.dropFirst(whole)
  }

  private static let prefixes = [
    "y", "z", "a", "f", "p", "n", "µ", "m", "", "k", "M", "G", "T", "P", "E", "Z", "Y",
  ]

  /// In the multiple of a thousand that it has, with that multiple's SI prefix behind it.
  func prefixed(_ count: Int) -> (digits: String, suffix: String) {
    let rounded = rounded(significant: count)
    let power = max(-8, min(8, Self.floored(rounded.exponent, by: 3)))
    let prefix = Self.prefixes[8 + power]
    let whole = rounded.exponent - power * 3 + 1
    let text = rounded.text
    if whole >= text.utf8.count {
      return (text + String(repeating: "0", count: whole - text.utf8.count), prefix)
    }
    if whole > 0 { return (text.prefix(whole) + "." + text.dropFirst(whole), prefix) }
    // Smaller than the smallest prefix: fewer digits are left.
    let fewer = self.rounded(significant: max(1, count + whole - 1))
    return ("0." + String(repeating: "0", count: -whole) + fewer.text, prefix)
  }

  private static func floored(_ value: Int, by divisor: Int) -> Int {
    value >= 0 ? value / divisor : -((-value + divisor - 1) / divisor)
  }
}

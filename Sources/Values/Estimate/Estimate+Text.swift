extension Estimate {
  /// The estimate as data files write it; ``parse(_:)`` reads it back.
  public var text: String {
    let hedge = isApproximate ? "~" : ""
    switch (low?.plainText, high?.plainText) {
    case (let low?, let high?): return hedge + (low == high ? low : "\(low)..\(high)")
    case (let low?, nil): return hedge + (isLowExclusive ? ">\(low)" : "\(low)..")
    case (nil, let high?): return hedge + (isHighExclusive ? "<\(high)" : "..\(high)")
    // Every initializer asks for a bound.
    case (nil, nil): return ""
    }
  }
}

extension Double {
  /// The shortest decimal digits that give the same number back, without an exponent.
  ///
  /// For finite numbers; others come out as Swift describes them.
  var plainText: String {
    let text = description
    guard let mark = text.firstIndex(of: "e"), let exponent = Int(text[text.index(after: mark)...])
    else { return text.hasSuffix(".0") ? String(text.dropLast(2)) : text }
    let sign = text.hasPrefix("-") ? "-" : ""
    let mantissa = text[..<mark].drop { $0 == "-" }
    let parts = mantissa.split(separator: ".", maxSplits: 1)
    let whole = String(parts.first ?? "")
    let given = parts.count > 1 ? String(parts[1]) : ""
    let fraction = given == "0" ? "" : given
    if exponent < 0 {
      return "\(sign)0." + String(repeating: "0", count: -exponent - 1) + whole + fraction
    }
    if fraction.count <= exponent {
      return sign + whole + fraction + String(repeating: "0", count: exponent - fraction.count)
    }
    return sign + whole + fraction.prefix(exponent) + "." + fraction.dropFirst(exponent)
  }
}

extension ExpressionFunction {
  /// The value of a function of numbers; nil where it is none, or has no number to give.
  func numeric(_ arguments: [Datum]) -> Double? {
    let x = arguments[0].number
    func second(_ fallback: Double = .nan) -> Double {
      arguments.count > 1 ? arguments[1].number : fallback
    }
    switch self {
    case .abs: return x.magnitude
    case .acos: return .pi / 2 - Elementary.atan2(x, (1 - x * x).squareRoot())
    case .asin: return Elementary.atan2(x, (1 - x * x).squareRoot())
    case .atan: return Elementary.atan(x)
    case .atan2: return Elementary.atan2(x, second())
    case .ceil: return x.rounded(.up)
    case .clamp: return Swift.min(Swift.max(x, second()), arguments[2].number)
    case .cos: return Elementary.cos(x)
    case .exp: return Elementary.exp(x)
    case .floor: return x.rounded(.down)
    case .hypot: return arguments.reduce(0) { $0 + $1.number * $1.number }.squareRoot()
    case .log: return Elementary.log(x)
    case .max: return arguments.dropFirst().reduce(x) { larger($0, $1.number) }
    case .min: return arguments.dropFirst().reduce(x) { -larger(-$0, -$1.number) }
    case .pow: return Elementary.pow(x, second())
    // Halves go upwards, as in JavaScript.
    case .round: return (x + 0.5).rounded(.down)
    case .sin: return Elementary.sin(x)
    case .sqrt: return x.squareRoot()
    case .tan: return Elementary.sin(x) / Elementary.cos(x)
    case .toNumber: return arguments[0].isMissing ? nil : x
    case .parseFloat: return Self.leadingNumber(arguments[0].text)
    case .parseInt:
      return Self.leadingInteger(arguments[0].text, radix: arguments.count > 1 ? second() : 10)
    default: return nil
    }
  }

  private func larger(_ first: Double, _ second: Double) -> Double {
    first.isNaN || second.isNaN ? .nan : Swift.max(first, second)
  }

  private static func leadingNumber(_ text: String) -> Double {
    // The longest beginning that is a number, as JavaScript has it.
    let start = text.utf8.drop { $0 <= 0x20 }
    var end = start.startIndex
    var best: Double = .nan
    for byte in start.prefix(400) {
      switch byte {
      case 0x30...0x39, UInt8(ascii: "."), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "e"),
        UInt8(ascii: "E"):
        end = start.index(after: end)
      default: return best
      }
      let written = String(decoding: start[..<end], as: UTF8.self)
      if let number = Double(written.hasSuffix(".") ? written + "0" : written) { best = number }
    }
    return best
  }

  /// The whole number that a text begins with, in digits of a radix of 2 to 36.
  private static func leadingInteger(_ text: String, radix: Double) -> Double {
    guard let radix = Int(exactly: radix), (2...36).contains(radix) else { return .nan }
    var bytes = text.utf8.drop { $0 <= 0x20 }
    let isNegative = bytes.first == UInt8(ascii: "-")
    if isNegative || bytes.first == UInt8(ascii: "+") { bytes = bytes.dropFirst() }
    var result: Double?
    for byte in bytes {
      guard let digit = Int(String(decoding: [byte], as: UTF8.self), radix: radix) else { break }
      result = (result ?? 0) * Double(radix) + Double(digit)
    }
    return result.map { isNegative ? -$0 : $0 } ?? .nan
  }
}

extension String {
  /// The text with control and direction characters made visible, so that a hostile file or file
  /// name can neither move the cursor nor reorder the line.
  public var printable: String {
    var result = ""
    for scalar in unicodeScalars { result += scalar.printable }
    return result
  }
}

extension Unicode.Scalar {
  /// The scalar, or what stands for one that a terminal would obey.
  var printable: String {
    switch value {
    case 0x09: " "
    case 0..<0x20, 0x7F..<0xA0, 0x2028, 0x2029, 0x202A...0x202E, 0x2066...0x2069: "\u{FFFD}"
    default: String(self)
    }
  }
}

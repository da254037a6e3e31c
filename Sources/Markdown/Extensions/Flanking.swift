import Bytes

/// Whether a run of marks may open or close something, CommonMark 0.30 section 6.2.
struct Flanking {
  /// Whether words follow it as they follow an opening mark.
  let isLeft: Bool
  /// Whether words stand before it as they do before a closing mark.
  let isRight: Bool
  /// The character before, or a line feed where the line begins.
  let before: Unicode.Scalar

  /// - Parameters:
  ///   - run: The bytes of the run.
  ///   - line: The bytes of its line.
  init(_ bytes: UnsafeBufferPointer<UInt8>, run: Range<Int>, line: Range<Int>) {
    before = Self.scalar(bytes, before: run.lowerBound, from: line.lowerBound)
    let after = Self.scalar(bytes, after: run.upperBound, to: line.upperBound)
    let isSpaceBefore = Self.isSpace(before)
    let isSpaceAfter = Self.isSpace(after)
    let isPunctuationBefore = Self.isPunctuation(before)
    let isPunctuationAfter = Self.isPunctuation(after)
    isLeft = !isSpaceAfter && (!isPunctuationAfter || isSpaceBefore || isPunctuationBefore)
    isRight = !isSpaceBefore && (!isPunctuationBefore || isSpaceAfter || isPunctuationAfter)
  }

  private static func scalar(
    _ bytes: UnsafeBufferPointer<UInt8>, before offset: Int, from start: Int
  ) -> Unicode.Scalar {
    guard offset > start else { return "\n" }
    var first = offset - 1
    while first > start, offset - first < 4, bytes[first] & 0xC0 == 0x80 { first -= 1 }
    return UnsafeBufferPointer(rebasing: bytes[first..<offset]).text.unicodeScalars.last ?? "\n"
  }

  private static func scalar(
    _ bytes: UnsafeBufferPointer<UInt8>, after offset: Int, to end: Int
  ) -> Unicode.Scalar {
    guard offset < end else { return "\n" }
    var last = offset + 1
    while last < end, last - offset < 4, bytes[last] & 0xC0 == 0x80 { last += 1 }
    return UnsafeBufferPointer(rebasing: bytes[offset..<last]).text.unicodeScalars.first ?? "\n"
  }

  private static func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return UInt8(ascii: scalar).isMarkdownSpace }
    return scalar.properties.generalCategory == .spaceSeparator
  }

  private static func isPunctuation(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return UInt8(ascii: scalar).isASCIIPunctuation }
    switch scalar.properties.generalCategory {
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
      .initialPunctuation, .finalPunctuation, .otherPunctuation:
      return true
    default: return false
    }
  }
}

/// Tells one finding from another across versions of a file.
///
/// A print is made from the code, the file's path and the words in question, and the finding's
/// number among equal ones: not from its line, so that it stays the same when text is added above.
struct FindingPrints {
  private let files: [SourceFile]
  private var seen: [UInt64: Int] = [:]

  /// Prints for the findings of `report`, which are asked for in its order.
  init(_ report: Report) {
    self.files = report.files
  }

  /// The next finding's print, sixteen digits.
  mutating func next(_ diagnostic: Diagnostic) -> String {
    var hash = FNV1a()
    hash.add(diagnostic.code.rawValue.utf8)
    if let span = diagnostic.span, Int(span.file.index) < files.count {
      let file = files[Int(span.file.index)]
      hash.add(file.path.utf8)
      hash.add(file.bytes[span.range.clamped(to: file.bytes.indices)])
    } else {
      hash.add(diagnostic.message.utf8)
    }
    let number = seen[hash.value, default: 0]
    seen[hash.value] = number + 1
    hash.add(String(number).utf8)
    let digits = String(hash.value, radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }
}

/// The hash FNV-1a of 64 bits, which is the same everywhere, as Swift's own is not.
private struct FNV1a {
  private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  /// Adds a part and its end.
  mutating func add(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { add(byte) }
    add(0)
  }

  private mutating func add(_ byte: UInt8) {
    value = (value ^ UInt64(byte)) &* 0x100_0000_01B3
  }
}

import Bytes

/// Tells one version of a file from another, RFC 9110 section 8.8.3: always a strong one.
struct EntityTag: Hashable, Sendable {
  /// The tag with its quotation marks.
  let text: String

  /// The tag of bytes in memory.
  init(of bytes: [UInt8]) {
    text = "\"\(String(Fingerprint(of: bytes).value, radix: 16))-\(bytes.count)\""
  }

  /// The tag of a file on disk, by what changes whenever it is written.
  init(_ stamp: FileStamp) {
    var print = Fingerprint()
    for number in [
      stamp.device, stamp.number, UInt64(bitPattern: stamp.modified),
      UInt64(bitPattern: stamp.changed),
    ] {
      withUnsafeBytes(of: number.littleEndian) { print.add($0) }
    }
    text = "\"\(String(print.value, radix: 16))-\(stamp.size)\""
  }

  /// Whether `If-None-Match` names it, by the weak comparison of section 13.1.2.
  func isNamed(in field: String?) -> Bool {
    guard let field else { return false }
    let tags = field.split(separator: ",").map { $0.utf8.trimmingASCIIWhitespace().text }
    return tags.contains { $0 == "*" || $0 == text || $0 == "W/" + text }
  }

  /// Whether a part of the file may be sent: there is no `If-Range`, or it names this version, by
  /// the strong comparison of section 13.1.5. A date never does, since no file is sent with one.
  func allowsPart(_ ifRange: String?) -> Bool {
    guard let ifRange else { return true }
    return ifRange == text
  }
}

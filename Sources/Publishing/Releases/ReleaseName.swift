import Bytes

/// The name of a release: when it was published, and the beginning of its digest, such as
/// `2026-11-27T10-15-00Z-3f9a2c1d`. In byte order, later ones come last.
public struct ReleaseName: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// The name as it stands on the host.
  public let text: String

  /// The name of a release of the content `digest`, published at `time`.
  /// - Parameters:
  ///   - time: The moment in UTC, such as `2026-11-27T10:15:00Z`.
  ///   - digest: Hexadecimal digits, at least eight.
  ///   - round: Which release of that content in that second it is, from 1.
  init?(time: String, digest: String, round: Int = 1) {
    let again = round > 1 ? "-\(round)" : ""
    let clock = time.map { $0 == ":" ? "-" : $0 }
    self.init(String(clock) + "-" + String(digest.prefix(8)) + again)
  }

  /// Takes a name that stands on a host; nil where it is not one of ours.
  ///
  /// Names become words of commands and parts of paths: only what is formed like this is one.
  public init?(_ text: String) {
    let pattern = Array("0000-00-00T00-00-00Z-xxxxxxxx".utf8)
    let bytes = Array(text.utf8)
    guard bytes.count >= pattern.count else { return nil }
    for (byte, wanted) in zip(bytes, pattern) {
      switch wanted {
      case UInt8(ascii: "0"): guard byte.isASCIIDigit else { return nil }
      case UInt8(ascii: "x"): guard byte.isASCIIHexDigit else { return nil }
      default: guard byte == wanted else { return nil }
      }
    }
    let round = bytes[pattern.count...]
    guard
      round.isEmpty
        || round.first == UInt8(ascii: "-") && (2...4).contains(round.count)
          && round.dropFirst().allSatisfy(\.isASCIIDigit)
    else { return nil }
    self.text = text
  }

  /// When it was published, in words that people read: `2026-11-27 10:15:00 UTC`.
  public var time: String {
    let day = text.prefix(10)
    let clock = text.dropFirst(11).prefix(8).map { $0 == "-" ? ":" : $0 }
    return day + " " + String(clock) + " UTC"
  }

  /// The name as it stands on the host.
  public var description: String { text }

  /// Whether `first` was published before `second`.
  public static func < (first: ReleaseName, second: ReleaseName) -> Bool {
    first.text.utf8.lexicographicallyPrecedes(second.text.utf8)
  }
}

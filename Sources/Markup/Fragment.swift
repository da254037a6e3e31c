import Bytes

/// Markup that is safe to put into a page as it is: well-formed, and escaped when it was made.
///
/// Only this room makes fragments, so text that was never escaped cannot pass for one.
public struct Fragment: Hashable, Sendable {
  /// The markup, in UTF-8.
  public let bytes: [UInt8]

  init(bytes: [UInt8]) {
    self.bytes = bytes
  }

  /// An empty fragment.
  public init() {
    self.bytes = []
  }

  /// Plain text, escaped.
  public init(text: String) {
    var bytes: [UInt8] = []
    bytes.appendEscaped(text)
    self.bytes = bytes
  }

  /// Markup that an author wrote and that the site's `html` setting has let through.
  public init(allowedByPolicy markup: some StringProtocol) {
    self.bytes = Array(markup.utf8)
  }

  /// The markup as text.
  public var text: String { bytes.text }
  /// Whether there is nothing in it.
  public var isEmpty: Bool { bytes.isEmpty }

  /// One fragment after the other.
  public static func + (left: Fragment, right: Fragment) -> Fragment {
    Fragment(bytes: left.bytes + right.bytes)
  }
}

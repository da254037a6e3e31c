import Bytes

/// Markup that is safe to put into a page as it is: well-formed, and escaped when it was made.
///
/// Only this room makes fragments, so text that was never escaped cannot pass for one.
public struct Fragment: Hashable, Sendable {
  /// A place in markup to which something elsewhere on the page leads back.
  public struct Mark: Hashable, Sendable {
    /// The id of the element.
    public let id: String
    /// What stands there, by a number that means something to whoever set the mark.
    public let subject: Int

    /// The element `id`, where `subject` stands.
    public init(id: String, subject: Int) {
      self.id = id
      self.subject = subject
    }
  }

  /// The markup, in UTF-8.
  public let bytes: [UInt8]
  /// The places in it that can be led back to, in the order in which they are read.
  public let marks: [Mark]

  init(bytes: [UInt8], marks: [Mark] = []) {
    self.bytes = bytes
    self.marks = marks
  }

  /// An empty fragment.
  public init() {
    self.init(bytes: [])
  }

  /// Plain text, escaped.
  public init(text: String) {
    var bytes: [UInt8] = []
    bytes.appendEscaped(text)
    self.init(bytes: bytes)
  }

  /// Markup that an author wrote and that the site's `html` setting has let through.
  public init(allowedByPolicy markup: some StringProtocol) {
    self.init(bytes: Array(markup.utf8))
  }

  /// The markup as text.
  public var text: String { bytes.text }
  /// Whether there is nothing in it.
  public var isEmpty: Bool { bytes.isEmpty }

  /// One fragment after the other.
  public static func + (left: Fragment, right: Fragment) -> Fragment {
    Fragment(bytes: left.bytes + right.bytes, marks: left.marks + right.marks)
  }
}

import Glibc

/// The disk said no: which operation, on what, and why.
public struct StorageError: Error, Sendable, CustomStringConvertible {
  /// What was tried, such as `write`.
  public let operation: String
  /// The path.
  public let path: String
  /// Why not, in words.
  public let reason: String

  /// A refusal in words of our own.
  public init(_ operation: String, _ path: String, reason: String) {
    self.operation = operation
    self.path = path
    self.reason = reason
  }

  /// The refusal that the C library's `errno` holds right now.
  static func last(_ operation: String, _ path: String) -> StorageError {
    StorageError(operation, path, reason: String(cString: strerror(errno)))
  }

  /// The refusal as a sentence.
  public var description: String { "cannot \(operation) '\(path)': \(reason)" }
}

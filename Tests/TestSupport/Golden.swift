public import Foundation
public import Testing

/// Compares what was made with what is kept, and keeps it anew when asked to.
public enum Golden {
  /// Expects `actual` to be the text in the file at `url`.
  ///
  /// With `UPDATE_GOLDENS=1` the file is written instead, which CI refuses: someone must look.
  public static func expect(
    _ actual: String, at url: URL, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let environment = ProcessInfo.processInfo.environment
    if environment["UPDATE_GOLDENS"] == "1" {
      try #require(
        environment["CI"] == nil, "goldens are not rewritten in CI", sourceLocation: sourceLocation)
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(actual.utf8).write(to: url)
      return
    }
    let kept = try String(contentsOf: url, encoding: .utf8)
    #expect(
      actual == kept, "\(url.lastPathComponent) differs; look, then set UPDATE_GOLDENS=1",
      sourceLocation: sourceLocation)
  }
}

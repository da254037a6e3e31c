import Foundation

/// What the preview itself sends to a browser, as the build embedded it.
enum ClientFiles {
  /// The script that lets a page follow the site.
  static var script: [UInt8] { file("live.js") }
  /// The page that stands where no site is yet.
  static var notBuilt: [UInt8] { file("not-built.html") }

  private static func file(_ name: String) -> [UInt8] {
    let found = EmbeddedFiles.client.first { $0.path == name }
    return [UInt8](found.flatMap { Data(base64Encoded: $0.base64) } ?? Data())
  }
}

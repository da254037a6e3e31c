import Foundation
import SiteStorage

/// The files that the program carries, as the build embedded them.
enum DefaultFiles {
  /// The default theme.
  static var templates: [SourceLoader.DefaultFile] { decode(EmbeddedFiles.templates) }

  /// The starter publication that `dossier new` writes.
  static var starter: [SourceLoader.DefaultFile] { decode(EmbeddedFiles.starter) }

  private static func decode(
    _ files: [(path: String, base64: String)]
  ) -> [SourceLoader.DefaultFile] {
    files.map { file in
      SourceLoader.DefaultFile(
        path: file.path, bytes: [UInt8](Data(base64Encoded: file.base64) ?? Data()))
    }
  }
}

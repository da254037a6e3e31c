/// What `dossier explain`, the guide and SARIF say of one code.
///
/// Texts are plain, with code in backticks. They are written over several lines in the source and
/// hold no line ends.
public struct CatalogueEntry: Sendable {
  /// Words that have the fault.
  ///
  /// They are cut from the code's folder under `Tests/Broken`, so that they are known to have it.
  public struct Example: Sendable {
    /// The path of the file, within the project.
    public let path: String
    /// The words as they stand there, one or more whole lines.
    public let text: String
  }

  /// The code.
  public let code: DiagnosticCode
  /// The fault in a few words, without a full stop.
  public let title: String
  /// What was found.
  public let meaning: String
  /// Why it is worth a report.
  public let reason: String
  /// What mends it.
  public let remedy: String
  /// Words that have the fault; nil where it is that a file is not there.
  public let example: Example?

  /// The entry of `code`, its example being `text` of the file at `path`.
  init(
    _ code: DiagnosticCode, _ title: String, meaning: String, reason: String, remedy: String,
    in path: String? = nil, example text: String = ""
  ) {
    self.code = code
    self.title = title
    self.meaning = Self.unfolded(meaning)
    self.reason = Self.unfolded(reason)
    self.remedy = Self.unfolded(remedy)
    self.example = path.map { Example(path: $0, text: text) }
  }

  private static func unfolded(_ text: String) -> String {
    text.split(separator: "\n").joined(separator: " ")
  }
}

extension DiagnosticCode {
  /// The catalogue's entry, or nil where it was forgotten, which a test asks for.
  public var entry: CatalogueEntry? { Catalogue.entriesByCode[self] }
}

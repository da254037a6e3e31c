/// The ways in which findings are written.
public enum ReportFormat: String, CaseIterable, Sendable {
  /// For people: place, message, code, the line with the words marked, help.
  case text
  /// For scripts: one object, as the guide describes it.
  case json
  /// For forges and editors: SARIF 2.1.0.
  case sarif
  /// For GitHub Actions: one workflow command a finding.
  case github
}

/// Findings with the files that they point into, to be written in any format.
public struct Report: Sendable {
  /// What was found, sorted and each said once.
  public let diagnostics: [Diagnostic]
  /// The files of the source tree, by their numbers.
  public let files: [SourceFile]
  /// What paths begin with beyond the project's own: `docs/` where the project is a folder of the
  /// repository. Forges look files up from the repository's root.
  public var folder = ""
  /// How much of what is shown says its source, where that was asked for.
  public var provenance: Provenance?

  /// Counts of figures and values by whether they say a source.
  public struct Provenance: Hashable, Sendable {
    /// How many do.
    public let sourced: Int
    /// How many do not.
    public let unsourced: Int

    /// Counts of those that do and those that do not.
    public init(sourced: Int, unsourced: Int) {
      self.sourced = sourced
      self.unsourced = unsourced
    }
  }

  /// A report on `diagnostics`, which need not be sorted.
  public init(_ diagnostics: [Diagnostic], files: [SourceFile]) {
    self.diagnostics = diagnostics.sortedForReport
    self.files = files
  }

  /// The report in UTF-8, ended by a line end; nothing where `format` has no words for no findings.
  /// - Parameters:
  ///   - color: Whether a terminal reads it; only ``ReportFormat/text`` has colours.
  ///   - version: The program's version, which SARIF names.
  public func bytes(as format: ReportFormat, color: Bool = false, version: String) -> [UInt8] {
    switch format {
    case .text:
      let summary = TextWriter.summary(of: diagnostics) + "\n"
      let text = TextWriter(files: files, color: color).report(diagnostics)
      return diagnostics.isEmpty ? [] : Array((text + summary).utf8)
    case .json: return JSONWriter.write(self)
    case .sarif: return SARIFWriter(version: version).write(self)
    case .github: return GitHubWriter.write(self)
    }
  }
}

import Diagnostics
import Documents

/// The files of the data folder, among which a descriptor's paths are looked up.
struct DescriptorFiles {
  /// The path of the descriptor, to which paths are relative.
  let base: String
  /// The files by path.
  let files: [String: DataFile]
  /// The paths of files that could not be read, which was reported.
  let unreadable: Set<String>
  /// The paths of files that were not read.
  let others: Set<String>
  /// The schemas of files that were read before, so that each is faulty once.
  private var schemas: [String: SchemaDescriptor?] = [:]
  private var dialects: [String: CSVDialect?] = [:]
  private var suggestionCount = 0

  init(
    base: String, files: [DataFile], unreadable: Set<String> = [], others: Set<String> = []
  ) {
    self.base = base
    self.files = Dictionary(files.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })
    self.unreadable = unreadable
    self.others = others
  }

  /// The file that `path` means, or what is wrong with the path; neither where the file could not
  /// be read.
  mutating func file(_ path: String, at span: SourceSpan) -> Outcome<DataFile?> {
    switch ContentPath.resolve(path, from: base) {
    case .failure(.leaves):
      return fault(
        .pathEscapesContent, "'\(path)' leads out of the content folder", span,
        help: "put the file beside the descriptor")
    case .failure(.isRemote):
      return fault(
        .packageInvalid, "data is not fetched from elsewhere, so '\(path)' is not read", span,
        help: "put a copy of the file beside the descriptor")
    case .success(let resolved):
      if let file = files[resolved] { return Outcome(file) }
      if unreadable.contains(resolved) { return Outcome(nil) }
      if others.contains(resolved) {
        return fault(
          .packageInvalid, "'\(path)' is no data file that is read", span,
          help: "data is read from files whose names end in .csv, .tsv, .json, .yaml or .yml")
      }
      return fault(
        .packageInvalid, "there is no data file '\(path)'", span, help: suggestion(path))
    }
  }

  private func fault(
    _ code: DiagnosticCode, _ message: String, _ span: SourceSpan, help: String?
  ) -> Outcome<DataFile?> {
    Outcome(nil, [Diagnostic(code, message, at: span, help: help)])
  }

  /// The nearest path; not looked for again and again where thousands of resources name no file.
  private mutating func suggestion(_ path: String) -> String? {
    suggestionCount += 1
    guard suggestionCount <= CSVReader.faultLimit else { return nil }
    let known = files.keys.sorted().map { ContentPath.relative($0, from: base) }
    return Suggestion.didYouMean(path, among: known)
  }

  /// The schema that stands in a file of its own, Data Resource 1, "schema".
  mutating func schema(_ path: String, at span: SourceSpan) -> Outcome<SchemaDescriptor?> {
    if let known = schemas[path] { return Outcome(known) }
    var diagnostics: [Diagnostic] = []
    let schema = document(path, at: span, &diagnostics).flatMap {
      SchemaDescriptor.read($0, of: "'\(path)'").take(into: &diagnostics)
    }
    schemas[path] = .some(schema)
    return Outcome(schema, diagnostics)
  }

  /// The dialect that stands in a file of its own; nil where it cannot be read.
  mutating func dialect(
    _ path: String, at span: SourceSpan, over base: CSVDialect
  ) -> Outcome<CSVDialect?> {
    let key = "\(path) \(base.delimiter)"
    if let known = dialects[key] { return Outcome(known) }
    var diagnostics: [Diagnostic] = []
    let dialect = document(path, at: span, &diagnostics).map {
      DialectDescriptor.read($0, of: "'\(path)'", over: base).take(into: &diagnostics)
    }
    dialects[key] = .some(dialect)
    return Outcome(dialect, diagnostics)
  }

  /// The value of a JSON or YAML file.
  private mutating func document(
    _ path: String, at span: SourceSpan, _ diagnostics: inout [Diagnostic]
  ) -> Node? {
    guard let file = file(path, at: span).take(into: &diagnostics) else { return nil }
    if let fault = TextCheck.fault(of: file.bytes, in: file.file) {
      diagnostics.append(fault)
      return nil
    }
    let before = diagnostics.count
    let node = file.document(file.bytes).take(into: &diagnostics)
    if node == nil, diagnostics.count == before {
      diagnostics.append(Diagnostic(.packageInvalid, "this file is empty", at: file.start))
    }
    return node
  }
}

extension DataFile {
  /// The text of the file as JSON or YAML, whichever its name says.
  func document(_ text: [UInt8]) -> Outcome<Node?> {
    ContentPath.ending(path) == "json"
      ? JSONReader.read(text, in: file) : YAMLReader.read(text, in: file)
  }
}

public import Diagnostics

/// All sources of a site, by key.
public struct SourceLibrary: Sendable {
  /// The sources in the order in which they were given.
  public let sources: [Source]
  private let indexes: [String: Int]
  /// Whether every file of sources could be read; where one could not, a key that is missing may
  /// stand there, and the file's own fault is all that is reported.
  public var isComplete = true
  /// The names of the files of sources, for advice.
  public var fileNames = ["sources.json"]

  /// A library of `sources`; a key that stands twice is `source-duplicate` at the second, which is
  /// left out.
  public static func gather(_ sources: [Source]) -> Outcome<SourceLibrary> {
    var kept: [Source] = []
    var indexes: [String: Int] = [:]
    var diagnostics: [Diagnostic] = []
    for source in sources {
      if let first = indexes[source.id] {
        diagnostics.append(
          Diagnostic(
            .sourceDuplicate, "the source '\(source.id)' stands twice", at: source.idSpan,
            labels: [Diagnostic.Label(kept[first].idSpan, "the first '\(source.id)'")],
            help: "give one of them another id"))
      } else {
        indexes[source.id] = kept.count
        kept.append(source)
      }
    }
    return Outcome(SourceLibrary(sources: kept, indexes: indexes), diagnostics)
  }

  /// The source with the key `id`.
  public subscript(id: String) -> Source? { indexes[id].map { sources[$0] } }

  /// The source with the key `id`, or `citation-missing` at `span` with the key that may be meant.
  public func lookup(_ id: String, at span: SourceSpan?) -> Outcome<Source?> {
    if let source = self[id] { return Outcome(source) }
    if !isComplete { return Outcome(nil) }
    let near = Suggestion.didYouMean(id, among: sources.map(\.id))
    return Outcome(
      nil,
      [
        Diagnostic(
          .citationMissing, "no source has the key '\(id)'", at: span,
          help: near
            ?? "add it to \(fileNames.joined(separator: " or ")), or write '\\@\(id)' for a handle")
      ])
  }
}

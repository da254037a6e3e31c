import Bytes
import Datasets
import Diagnostics
import Markdown
import SiteModel

/// Reads the queries of the publication: `data/NAME.sql`, and fences `sql {#NAME}`.
enum QueryParser {
  /// The queries in files of their own.
  /// - Parameter datasets: The datasets, whose names a query may not take.
  static func parse(_ tree: SourceTree, beside datasets: DatasetCatalog) -> Outcome<[Query]> {
    var diagnostics: [Diagnostic] = []
    var queries: [Query] = []
    for entry in tree.content {
      guard entry.path.hasPrefix("data/"), entry.path.hasSuffix(".sql"), let file = entry.text
      else { continue }
      let bytes = tree[file].bytes
      if let index = UTF8Check.firstIllFormedByte(in: bytes) {
        diagnostics.append(TextEncoding.diagnostic(at: index, in: file))
        continue
      }
      let name = SitePath.stem(of: entry.path)
      let query = Query(name: name, at: SourceSpan(file, 0..<0), text: bytes) {
        SourceSpan(file, $0)
      }
      if let fault = fault(of: query, beside: datasets, among: queries) {
        diagnostics.append(fault)
      } else {
        queries.append(query)
      }
    }
    return Outcome(queries, diagnostics)
  }

  /// The queries among the fences of `document`, in order.
  static func parse(_ document: MarkdownDocument) -> Outcome<[ParsedQuery]> {
    var diagnostics: [Diagnostic] = []
    var queries: [ParsedQuery] = []
    for (index, fence) in document.fences.enumerated() {
      guard isQuery(fence), let id = fence.attributes.id else { continue }
      if let stray = fence.strayInfoSpan {
        diagnostics.append(
          Diagnostic(
            .blockInvalid, "what stands here behind 'sql' says nothing that a query can be told",
            at: stray, help: "a query is named {#name}"))
      }
      let query = Query(name: id.text, at: id.span, text: fence.literal) {
        fence.span(ofLiteral: $0)
      }
      // Two of one name are two ids, which is reported as such.
      if let fault = fault(of: query, beside: DatasetCatalog(), among: []) {
        diagnostics.append(fault)
      } else {
        queries.append(ParsedQuery(fence: index, query: query))
      }
    }
    return Outcome(queries, diagnostics)
  }

  /// Whether a fence is a query rather than code to show: only with a name.
  static func isQuery(_ fence: FencedBlock) -> Bool {
    fence.name.text == "sql" && fence.attributes.id != nil
  }

  /// What is wrong with the query's name.
  static func fault(
    of query: Query, beside datasets: DatasetCatalog, among others: [Query]
  ) -> Diagnostic? {
    if !query.isWellNamed {
      return Diagnostic(
        .blockInvalid,
        "'\(query.name)' is no name for a dataset: it is made of lower-case letters, digits, '.', "
          + "'_' and '-'", at: query.nameSpan,
        help: query.nearestName.map { "call the query '\($0)'" })
    }
    let first = others.first { $0.name == query.name }?.nameSpan ?? datasets[query.name]?.span
    guard let first else { return nil }
    return Diagnostic(
      .blockInvalid, "a query and a dataset are both called '\(query.name)'", at: query.nameSpan,
      labels: [Diagnostic.Label(first, "the other is here")], help: "give the query another name")
  }
}

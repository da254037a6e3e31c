import Datasets
public import Diagnostics
public import SiteModel

/// Finds figures and values that are shown without saying where they come from.
///
/// Not every publication wants a source for everything, so that this is done only where it is asked
/// for.
public enum ProvenanceCheck {
  /// What was looked at.
  public struct Result: Sendable {
    /// A warning for each figure and each value that has no source.
    public var diagnostics: [Diagnostic] = []
    /// How many have one.
    public var sourcedCount = 0
  }

  /// The figures and values of all pages of `site`.
  public static func check(_ site: ResolvedSite) -> Result {
    var result = Result()
    let datasets = Dictionary(
      site.datasets.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    for page in site.pages {
      for (parsed, figure) in zip(page.parsed.figures, page.figures) {
        // What could not be drawn has faults of its own.
        if case .none = figure.content { continue }
        if case .none = figure.source {
          result.diagnostics.append(
            Diagnostic(
              .sourceUnstated, "this \(parsed.blockName) says no source", at: parsed.span,
              help: "add a line 'source: …', or say in the package where its data come from"))
        } else {
          result.sourcedCount += 1
        }
      }
      let own = page.queries.compactMap(\.self)
      for (span, value) in page.values {
        guard let name = value.dataset else { continue }
        let dataset = own.first { $0.name == name } ?? datasets[name]
        if !value.citations.isEmpty || dataset.map({ hasSource($0, datasets) }) ?? false {
          result.sourcedCount += 1
        } else {
          result.diagnostics.append(
            Diagnostic(
              .sourceUnstated, "this value comes from '\(name)', which says no source", at: span,
              help: "give the dataset 'sources', or its rows a column of citations"))
        }
      }
    }
    result.diagnostics = result.diagnostics.sortedForReport
    return result
  }

  /// Whether a dataset, or one that it was worked out from, says where it comes from.
  private static func hasSource(_ dataset: Dataset, _ all: [String: Dataset]) -> Bool {
    if !dataset.sources.isEmpty { return true }
    return dataset.origins.compactMap { all[$0] }.contains { origin in
      !origin.sources.isEmpty || origin.fields.contains { $0.reference == .citation }
    }
  }
}

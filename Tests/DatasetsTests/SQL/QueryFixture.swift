import Diagnostics
import Testing

@testable import Datasets

/// A few datasets to be asked, and queries written as they stand in a file.
struct QueryFixture {
  /// Estimates, dates, texts and numbers, with a missing value of each.
  static let catalog: DatasetCatalog = {
    let strength = Dataset.inline(
      yaml(
        """
        - {id: a, date: 2015, fighters: "..4000", by: "UN", share: 0.5}
        - {id: b, date: 2017-07, fighters: "700", by: "US", share: 0.25}
        - {id: c, date: 2022-02~, fighters: "~4000", by: "UN", share: null}
        - {id: d, date: "2014-41", fighters: "1000..2000", by: "US", share: 1}
        - {id: e, date: null, fighters: null, by: null, share: 2}
        """), name: "strength"
    ).value
    let places = Dataset.inline(
      yaml("[{name: UN, seat: New York}, {name: US, seat: Washington}]"), name: "places"
    ).value
    return DatasetCatalog([strength, places].compactMap(\.self))
  }()

  static func query(_ text: String, named name: String = "q") -> Query {
    Query(
      name: name, at: SourceSpan(testFile, 0..<0), text: Array(text.utf8),
      place: { SourceSpan(testFile, $0) })
  }

  /// What `text` gives.
  static func run(
    _ text: String, limits: QueryLimits = QueryLimits(), on catalog: DatasetCatalog = catalog
  ) -> Outcome<Dataset?> {
    QueryDatabase(catalog, limits: limits).run([query(text)]).map(\.first)
  }

  /// The rows of what `text` gives, cells parted by `|` and rows by a blank.
  static func rows(_ text: String, on catalog: DatasetCatalog = catalog) throws -> String {
    let outcome = run(text, on: catalog)
    #expect(outcome.diagnostics == [])
    let dataset: Dataset = try #require(outcome.value)
    let lines = (0..<dataset.rowCount).map { row in
      dataset.columns.map { $0[row].dataText }.joined(separator: "|")
    }
    return lines.joined(separator: " ")
  }

  /// The only diagnostic of the query, whose offending words are marked.
  static func fault(_ text: String, limits: QueryLimits = QueryLimits()) throws -> Diagnostic {
    let marked = Marked(text)
    let outcome = run(marked.text, limits: limits)
    #expect(outcome.value == nil)
    #expect(outcome.diagnostics.count == 1)
    let only = try #require(outcome.diagnostics.first)
    #expect(only.range == marked.ranges.first, "\(only.message)")
    return only
  }
}

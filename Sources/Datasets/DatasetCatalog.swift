public import Diagnostics

/// The datasets that a page may draw on, by name: the site's, and those of the page itself.
public struct DatasetCatalog: Sendable {
  /// The datasets by their names.
  private var datasets: DatasetLibrary
  /// The names of datasets that are described but could not be read; that was reported.
  private var unreadable: Set<String> = []
  /// What this build may not show, by name: the path of its file, and why.
  private var withheld: [String: (path: String?, reason: String)] = [:]
  /// Whether the descriptor could be read, so that a name that is not here is nowhere.
  private var isComplete = true

  /// What the descriptor calls the package, where there is one.
  public private(set) var packageName: String?
  /// The package's name for readers, where there is one.
  public private(set) var packageTitle: String?

  /// A catalogue of `datasets` by their names; of two with one name the later is kept.
  public init(_ datasets: some Sequence<Dataset> = []) {
    self.datasets = [:]
    for dataset in datasets { self.datasets[dataset.name] = dataset }
  }

  /// A catalogue of datasets under the names that they are given here.
  public init(byName datasets: [String: Dataset]) {
    self.datasets = datasets
  }

  /// A catalogue of the datasets of a package.
  public init(_ package: DataPackage) {
    self.datasets = package.datasets
    self.unreadable = package.unreadable
    self.isComplete = package.isComplete
    self.packageName = package.name
    self.packageTitle = package.title
  }

  /// The names in byte order.
  public var names: [String] {
    datasets.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// The dataset called `name`, where there is one.
  public subscript(name: String) -> Dataset? {
    get { datasets[name] }
    set { datasets[name] = newValue }
  }

  /// Notes that there would be a dataset called `name` but for a fault that was reported.
  public mutating func markUnreadable(_ name: String) {
    unreadable.insert(name)
  }

  /// Takes the dataset called `name` out, which this build may not show; of it only the name and the
  /// path are kept, so that what refers to it can be told why it is not there.
  /// - Parameter reason: What it is, such as "is TLP:AMBER, and this build is for TLP:CLEAR".
  public mutating func withhold(_ name: String, because reason: String) {
    withheld[name] = (datasets[name]?.path, reason)
    datasets[name] = nil
  }

  /// Why this build may not show the dataset called `name`; nil where it is not withheld.
  public func reasonToWithhold(_ name: String) -> String? { withheld[name]?.reason }

  /// The names of the datasets that this build may not show, in byte order.
  public var withheldNames: [String] { withheld.keys.sorted() }

  /// The name of the dataset that was read from the file at `path` and that this build may not show.
  public func withheldName(ofFile path: String) -> String? {
    withheld.first { $0.value.path == path }?.key
  }

  private func withholding(_ name: String, at span: SourceSpan?) -> Outcome<Dataset?>? {
    reasonToWithhold(name).map { reason in
      Outcome(nil, [Diagnostic(.linkWithheld, "the dataset '\(name)' \(reason)", at: span)])
    }
  }

  /// The dataset called `name`, or `dataset-missing` at `span` with the name that may be meant.
  ///
  /// A dataset that could not be read is absent without another word: its own fault was reported.
  public func lookup(_ name: String, at span: SourceSpan?) -> Outcome<Dataset?> {
    if let dataset = datasets[name] { return Outcome(dataset) }
    if let withheld = withholding(name, at: span) { return withheld }
    if !isComplete || unreadable.contains(name) { return Outcome(nil) }
    let help: String =
      if let near = Suggestion.didYouMean(name, among: names) {
        near
      } else if datasets.isEmpty {
        "there are no datasets yet: add a CSV file to data/"
      } else if datasets.count <= 8 {
        "there are: \(names.joined(separator: ", "))"
      } else {
        "'dossier data show' lists the datasets"
      }
    return Outcome(
      nil, [Diagnostic(.datasetMissing, "no dataset is called '\(name)'", at: span, help: help)])
  }

  /// The dataset that was read from the file at `path`, or `dataset-missing` at `span`.
  ///
  /// - Parameter path: The path from the root of `Content/`, or from the page: steps upwards at its
  ///   beginning are left out, for every file of data lies below the root.
  public func lookup(path: String, at span: SourceSpan?) -> Outcome<Dataset?> {
    let parts = path.split(separator: "/").filter { $0 != "." && $0 != ".." }
    let wanted = parts.joined(separator: "/")
    if let found = names.lazy.compactMap({ datasets[$0] }).first(where: { $0.path == wanted }) {
      return Outcome(found)
    }
    if let name = withheldName(ofFile: wanted), let withheld = withholding(name, at: span) {
      return withheld
    }
    if !isComplete { return Outcome(nil) }
    let paths = names.compactMap { datasets[$0]?.path }
    let isRemote = path.contains("://")
    let help =
      isRemote
      ? "charts fetch nothing: put the file into data/"
      : Suggestion.didYouMean(wanted, among: paths) ?? "put the file into data/"
    return Outcome(
      nil, [Diagnostic(.datasetMissing, "no dataset comes from '\(path)'", at: span, help: help)])
  }
}

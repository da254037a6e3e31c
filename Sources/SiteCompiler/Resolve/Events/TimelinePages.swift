import Datasets
import SiteModel
import Values

/// Which pages the publication's timeline has.
struct TimelinePages: Sendable {
  /// The datasets with events, in the order of the package, and the years in which these begin.
  let datasets: [(name: String, years: Set<Int>)]

  init(_ catalog: DatasetCatalog) {
    datasets = catalog.names.compactMap { name in
      guard let rows = catalog[name]?.eventRows, !rows.isEmpty else { return nil }
      return (name, Set(rows.compactMap(\.date.beginningYear)))
    }
  }

  /// The pages; none where there are no events.
  var addresses: [TimelineAddress] {
    guard !datasets.isEmpty else { return [] }
    let years = datasets.reduce(into: Set<Int>()) { $0.formUnion($1.years) }
    var addresses = Self.addresses(of: nil, years)
    // With one dataset its pages would repeat those of all.
    guard datasets.count > 1 else { return addresses }
    for dataset in datasets { addresses += Self.addresses(of: dataset.name, dataset.years) }
    return addresses
  }

  private static func addresses(of dataset: String?, _ years: Set<Int>) -> [TimelineAddress] {
    [TimelineAddress(dataset: dataset)]
      + years.sorted().map { TimelineAddress(dataset: dataset, year: $0) }
  }

  /// What a page is called.
  func title(
    of address: TimelineAddress, in catalog: DatasetCatalog, _ words: InterfaceWords,
    _ language: Language
  ) -> String {
    var parts = [words["timeline"]]
    if let name = address.dataset { parts.append(catalog[name]?.title ?? name) }
    if let year = address.year { parts.append(EDTFDate.year(year).words(in: language)) }
    return parts.count == 1
      ? parts[0] : "\(parts[0]): \(parts.dropFirst().joined(separator: ", "))"
  }
}

extension EDTFDate {
  /// The year in which it begins, or else the one in which it ends; nil where neither is known, as
  /// in `XXXX`.
  var beginningYear: Int? {
    if case .single = form, precision == .longer { return nil }
    return (earliest ?? latest)?.civil.year
  }
}

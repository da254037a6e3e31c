/// A page of the publication's timeline: all events, or those of one dataset, of one year, or both.
public struct TimelineAddress: Hashable, Sendable {
  /// The dataset whose events it shows, by name; nil for all.
  public let dataset: String?
  /// The year, astronomical, that it shows; nil for all.
  public let year: Int?

  /// The page of the events of `dataset` in `year`.
  public init(dataset: String? = nil, year: Int? = nil) {
    self.dataset = dataset
    self.year = year
  }

  /// The source path that the page would have within `Content/`: no file has it.
  public var path: String {
    let folder = "timeline/" + (dataset.map { $0 + "/" } ?? "")
    return folder + (year.map(String.init) ?? "index") + ".md"
  }
}

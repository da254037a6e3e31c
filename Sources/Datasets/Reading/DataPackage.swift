public import Diagnostics

/// The datasets of a publication, and what the descriptor says of all of them.
public struct DataPackage: Sendable {
  /// The package's name, where the descriptor gives one.
  public var name: String?
  /// The name for readers.
  public var title: String?
  /// What it holds.
  public var description: String?
  /// Where all its data came from.
  public var sources: [DataSource]
  /// The terms under which all its data may be used.
  public var licenses: [DataLicense]
  /// Who made it, when, and how it is found.
  public internal(set) var details = PackageDetails()
  /// The texts of files that are not written in UTF-8, in UTF-8: places in those files mean places
  /// in these texts, in which lines and columns are the same.
  public internal(set) var decodedTexts: [SourceFileID: [UInt8]] = [:]
  /// The datasets' names: those of the descriptor in its order, then the others by their paths.
  public var names: [String]
  /// The datasets by name.
  public var datasets: DatasetLibrary
  /// The names whose data could not be read, which was reported: what refers to one is not to be
  /// reported once more.
  public var unreadable: Set<String>
  /// Whether every name is known; false where the descriptor itself could not be read, so that a
  /// name that is not here is no second fault.
  public var isComplete: Bool

  /// A package of datasets at hand.
  public init(
    name: String? = nil, title: String? = nil, description: String? = nil,
    sources: [DataSource] = [], licenses: [DataLicense] = [], datasets: [Dataset] = [],
    unreadable: Set<String> = [], isComplete: Bool = true
  ) {
    self.name = name
    self.title = title
    self.description = description
    self.sources = sources
    self.licenses = licenses
    self.names = []
    self.datasets = [:]
    self.unreadable = unreadable
    self.isComplete = isComplete
    for dataset in datasets { add(dataset) }
  }

  /// Adds a dataset behind the others; one of a name that is taken takes the other's place.
  mutating func add(_ dataset: Dataset) {
    if datasets.updateValue(dataset, forKey: dataset.name) == nil { names.append(dataset.name) }
  }
}

import Bytes
import Citations
import Datasets
import Diagnostics
import SiteModel

/// By what the data and the sources of a site are known, one by one, so that a page is rendered again
/// for the sake of those alone that it shows.
struct DataKeys: Sendable {
  /// All data and sources.
  let whole: ContentDigest
  /// What belongs to no dataset alone: the package's descriptor above all.
  private let shared: ContentDigest
  private let datasets: [String: ContentDigest]
  private let sources: [String: ContentDigest]

  /// - Parameter files: The publication's files that are neither pages nor settings nor copied, with
  ///   their digests.
  init(_ site: ResolvedSite, of tree: SourceTree, files: [(path: String, digest: ContentDigest)]) {
    let digests = Dictionary(files.map { ($0.path, $0.digest) }) { first, _ in first }
    let all = Self.digest(of: files)
    let sourceFiles = Set(site.sources.map(\.span.file))
    var places: [SourceFileID: String] = [:]
    for entry in tree.content {
      if let file = entry.text, sourceFiles.contains(file) { places[file] = entry.path }
    }
    let own = Set(site.datasets.compactMap(\.path) + site.datasets.map(Self.queryFile))
      .union(places.values)
    whole = all
    shared = Self.digest(of: files.filter { !own.contains($0.path) })
    datasets = Self.keys(of: site.datasets, digests)
    var sources: [String: ContentDigest] = [:]
    for source in site.sources {
      guard let path = places[source.span.file] else { continue }
      // But in JSON, an entry may draw on others.
      sources[source.id] =
        path.hasSuffix(".json")
        ? Self.digest(of: source.span, in: tree[source.span.file].bytes) : digests[path] ?? all
    }
    self.sources = sources
  }

  private static func digest(
    of files: [(path: String, digest: ContentDigest)]
  ) -> ContentDigest {
    var digest = ContentDigest()
    for file in files {
      digest.add(file.path)
      digest.add(file.digest)
    }
    return digest
  }

  private static func digest(of span: SourceSpan, in bytes: [UInt8]) -> ContentDigest {
    let end = min(Int(span.end), bytes.count)
    return ContentDigest(of: Array(bytes[min(Int(span.start), end)..<end]))
  }

  /// The file of the site's query that gave a dataset, where one did.
  private static func queryFile(_ dataset: Dataset) -> String { "data/\(dataset.name).sql" }

  /// The keys of datasets: of what was read by its file, of what was worked out by all that it came
  /// from. What came from elsewhere has none.
  private static func keys(
    of datasets: [Dataset], _ files: [String: ContentDigest]
  ) -> [String: ContentDigest] {
    var keys: [String: ContentDigest] = [:]
    for dataset in datasets where dataset.origins.isEmpty {
      keys[dataset.name] = dataset.path.flatMap { files[$0] }
    }
    for dataset in datasets where !dataset.origins.isEmpty {
      var key = ContentDigest()
      key.add(dataset.query ?? "")
      if let file = files[queryFile(dataset)] { key.add(file) }
      let origins = dataset.origins.map { keys[$0] }
      guard !origins.contains(nil) else { continue }
      for origin in origins { if let origin { key.add(origin) } }
      keys[dataset.name] = key
    }
    return keys
  }

  /// Adds to the key of a page the data and the sources that it shows.
  func add(_ uses: PageUses, to key: inout ContentDigest) {
    if !uses.datasets.isEmpty { key.add(shared) }
    let own = Set(uses.queries.compactMap { $0?.name })
    for name in uses.datasets {
      key.add(name)
      if let known = datasets[name] {
        key.add(known)
      } else if !own.contains(name) {
        key.add(whole)
      }
    }
    for source in uses.sources {
      key.add(source)
      key.add(sources[source] ?? ContentDigest())
    }
  }
}

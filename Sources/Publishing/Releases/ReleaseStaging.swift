import Bytes
public import SiteStorage

/// Makes a release of a built site: digests of its files, and compressed copies beside them.
public struct ReleaseStaging: Sendable {
  private let site: String
  private let paths: [String]
  private let workers: Int

  /// The site that a build has written into the folder `site`.
  /// - Throws: ``PublishError/unsuitable(place:reason:)`` where that holds no whole site.
  public init(site: String, workers: Int) throws {
    self.site = site
    self.workers = max(1, workers)
    guard let manifest = try SiteManifest.read(in: site) else {
      throw PublishError.unsuitable(place: site, reason: "it holds no site that Dossier built")
    }
    paths = manifest.sizes.keys.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  /// What is in the site, without compressed copies.
  public func manifest(publisher: String) async throws -> ReleaseManifest {
    ReleaseManifest(publisher: publisher, files: try await files())
  }

  /// The release, and what went wrong that does not matter to what is published.
  /// - Parameters:
  ///   - publisher: Who publishes.
  ///   - layout: The project, in whose cache compressed copies are kept.
  public func stage(
    publisher: String, layout: ProjectLayout
  ) async throws -> (release: StagedRelease, complaints: [String]) {
    var files = try await files()
    var locations: [String: String] = [:]
    for path in paths { locations[path] = location(path) }
    let compressor = Compressor(folder: try layout.makeCache("compressed"), workers: workers)
    let originals = files.filter { Compression.pays($0.key, size: $0.value.size) }
    var complaints: [String] = []
    var kept: Set<String> = []
    for compression in Compression.allCases {
      let made = try await compressor.compress(
        originals.map { Compressor.Original(digest: $1.digest, location: location($0)) },
        by: compression)
      complaints += made.complaints
      kept.formUnion(made.locations.values)
      for (path, original) in originals {
        let copy = path + compression.ending
        // What an author put there is theirs.
        guard let place = made.locations[original.digest], locations[copy] == nil else { continue }
        let bytes = try Disk.read(place)
        guard bytes.count < original.size else { continue }
        files[copy] = Self.file(bytes)
        locations[copy] = place
      }
    }
    try compressor.forgetOthers(than: kept)
    let manifest = ReleaseManifest(publisher: publisher, files: files)
    return (StagedRelease(manifest: manifest, locations: locations), Set(complaints).sorted())
  }

  private func location(_ path: String) -> String { site + "/" + path }

  /// The files of the site, read by many at once.
  private func files() async throws -> [String: ReleaseManifest.File] {
    let size = max(1, (paths.count + workers - 1) / workers)
    return try await withThrowingTaskGroup(of: [(String, ReleaseManifest.File)].self) { group in
      for start in stride(from: 0, to: paths.count, by: size) {
        let chunk = paths[start..<min(start + size, paths.count)]
        group.addTask {
          try chunk.map { path in
            guard Disk.kind(of: location(path)) == .file else {
              throw PublishError.siteChanged(path: path)
            }
            return (path, Self.file(try Disk.read(location(path))))
          }
        }
      }
      var files: [String: ReleaseManifest.File] = [:]
      for try await chunk in group {
        for (path, file) in chunk { files[path] = file }
      }
      return files
    }
  }

  private static func file(_ bytes: [UInt8]) -> ReleaseManifest.File {
    ReleaseManifest.File(digest: Digest.sha256.text(of: bytes), size: bytes.count)
  }
}

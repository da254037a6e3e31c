import Bytes
import Diagnostics
import Foundation
import Programs
import SiteModel
import SiteStorage

/// What a build remembers of the one before, and leaves to the one after it.
struct BuildMemory {
  private static let name = "record"

  private let cache: BuildCache
  /// Everything that this build depends on.
  private let key: ContentDigest
  /// The last build that ended well; nil where none did, or nothing can be read of it.
  let last: StoredBuildRecord?

  /// What is remembered of building `loaded` with `options`.
  init(_ options: ProjectOptions, _ loaded: Outcome<SourceTree>, makesPDFs: Bool) {
    cache = BuildCache(options.layout, program: Self.program)
    var key = InputDigests(loaded).whole
    key.add(options.drafts ? 1 : 0)
    key.add(makesPDFs ? 1 : 0)
    for path in InstalledPrograms.paths {
      key.add(path)
      if let stamp = FileStamp(of: path) { key.add(stamp.digest) }
    }
    self.key = key
    var last: StoredBuildRecord?
    do {
      if let bytes = try cache.read(Self.name) { last = try StoredBuildRecord(bytes) }
    } catch let error as BuildCache.Refusal {
      Self.note(error)
    } catch {
      Self.note(.broken)
    }
    self.last = last
  }

  private static func note(_ refusal: BuildCache.Refusal) {
    Console.note("note: what is kept in .dossier-cache \(refusal); everything is built anew")
  }

  /// The last build, where nothing has changed since: neither what it was made from nor the site.
  func unchanged(_ layout: ProjectLayout) -> StoredBuildRecord? {
    guard let last, last.key == key, last.isSiteIntact(layout) else { return nil }
    return last
  }

  /// Keeps what the next build may use.
  func keep(pageCount: Int, diagnostics: [Diagnostic], outputs: OutputTable) throws {
    let record = BuildRecord(
      key: key, pageCount: pageCount, diagnostics: diagnostics, outputs: outputs)
    try cache.write(record.bytes, as: Self.name)
  }

  /// Forgets the last build: the next one starts anew.
  func forget() throws {
    try cache.remove(Self.name)
  }

  /// By which the program is known: another one may build another site.
  private static var program: ContentDigest {
    var digest = ContentDigest()
    digest.add(Dossier.programVersion)
    let path = Disk.realPath("/proc/self/exe") ?? CommandLine.arguments.first ?? ""
    if let stamp = FileStamp(of: path) { digest.add(stamp.digest) }
    return digest
  }
}

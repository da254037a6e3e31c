import Bytes
import Diagnostics
import Foundation
import Programs
import SiteCompiler
import SiteModel
import SiteStorage
import Values

/// The build before this one, as far as it is remembered, and what this one leaves to the next.
struct LastBuild {
  private static let name = "record"
  private static let pages = "pages"
  private static let compiled = "compiled"

  private let cache: BuildCache
  private let layout: ProjectLayout
  /// What the build depends on besides the publication.
  private let settings: ContentDigest
  /// What it left; nil where none ended well, or nothing can be read of it.
  let record: StoredBuildRecord?

  /// What is remembered of building with `options`.
  init(_ options: ProjectOptions, makesPDFs: Bool) {
    layout = options.layout
    cache = BuildCache(options.layout, program: Self.program)
    settings = Self.settings(options, makesPDFs: makesPDFs)
    var record: StoredBuildRecord?
    do {
      if let reader = try cache.read(Self.name) { record = try StoredBuildRecord(reader) }
    } catch let error as BuildCache.Refusal {
      Self.note(error)
    } catch {
      Self.note(.broken)
    }
    self.record = record
  }

  /// What a build depends on besides the publication and the program.
  static func settings(_ options: ProjectOptions, makesPDFs: Bool) -> ContentDigest {
    var settings = ContentDigest()
    settings.add(options.drafts ? 1 : 0)
    settings.add(makesPDFs ? 1 : 0)
    settings.add(options.audience?.rawValue ?? "")
    for path in InstalledPrograms.paths {
      settings.add(path)
      if let stamp = FileStamp(of: path) { settings.add(stamp.digest) }
    }
    return settings
  }

  private static func note(_ refusal: BuildCache.Refusal) {
    Console.note("note: what is kept in .dossier-cache \(refusal); everything is built anew")
  }

  /// What the last build left of rendering its pages; nothing where that is not to be read.
  func pages() async -> RenderMemory {
    guard record != nil, let reader = try? cache.read(Self.pages) else { return RenderMemory() }
    return (try? RenderMemory(reader)) ?? RenderMemory()
  }

  /// What the last build left of reading and resolving its pages.
  func compiled() -> CompileMemory {
    guard record != nil, let reader = try? cache.read(Self.compiled) else {
      return CompileMemory()
    }
    return (try? CompileMemory(reader)) ?? CompileMemory()
  }

  /// By what the pages' inputs are known.
  func renderInputs(_ inputs: InputDigests) -> RenderInputs {
    RenderInputs(files: inputs.files, settings: settings)
  }

  /// Whether the site is as the last build left it.
  func isSiteIntact() async -> Bool {
    record?.isSiteIntact(layout) ?? false
  }

  /// What it left, where what it was made from has not changed since.
  func record(of inputs: InputDigests) -> StoredBuildRecord? {
    record?.key == key(inputs) ? record : nil
  }

  /// Everything that a build depends on.
  private func key(_ inputs: InputDigests) -> ContentDigest {
    var key = settings
    key.add(inputs.whole)
    return key
  }

  /// Keeps what the next build may use.
  func keep(
    _ inputs: InputDigests, pageCount: Int, diagnostics: [Diagnostic], outputs: OutputTable,
    compiled: CompileMemory, pages: RenderMemory
  ) async throws {
    // The record is what vouches for the rest: it goes first and comes last.
    try forget()
    async let rendered: Void = cache.write(pages.bytes, as: Self.pages)
    async let read: Void = cache.write(compiled.bytes, as: Self.compiled)
    let kept = BuildRecord(
      key: key(inputs), pageCount: pageCount, diagnostics: diagnostics, outputs: outputs
    ).bytes
    _ = try await (rendered, read)
    try cache.write(kept, as: Self.name)
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

import Bytes
import Diagnostics
import SiteModel

/// The second net: reads what was produced, and finds what the first one could not see, above all
/// what templates and raw HTML refer to.
struct RenderedNet: Sendable {
  /// What the addresses of a site may lead to.
  struct Targets: Sendable {
    let files: Set<Fingerprint>
    /// The pages of which all ids are known once everything is read.
    var pages: Set<Fingerprint>
  }

  private let site: ResolvedSite
  /// What may be led to.
  let targets: Targets
  private let copied: [String: CopiedPage]

  /// - Parameter known: What may be led to, where that is known.
  init(_ site: ResolvedSite, known: Targets? = nil) {
    self.site = site
    var targets = known ?? Self.targets(of: site)
    var copied: [String: CopiedPage] = [:]
    if !site.copiedPages.isEmpty {
      for file in site.assets where site.copiedPages[file.path] != nil {
        guard case .bytes(let bytes) = file.content else { continue }
        let page = CopiedPage(bytes)
        copied[file.path] = page
        if page.ids != nil { targets.pages.insert(Fingerprint(of: file.path.utf8)) }
      }
    }
    self.targets = targets
    self.copied = copied
  }

  private static func targets(of site: ResolvedSite) -> Targets {
    Targets(
      files: Set(SiteOutputs.paths(of: site).map { Fingerprint(of: $0.utf8) }),
      pages: Set(site.pages.map { Fingerprint(of: $0.output.utf8) }))
  }

  /// Reads those of the copied files that are pages.
  func readCopied() -> [RenderedReading] {
    site.assets.compactMap { file in
      guard let page = copied[file.path], let source = site.copiedPages[file.path],
        case .bytes(let bytes) = file.content
      else { return nil }
      let reader = RenderedReader(
        files: targets.files, pages: targets.pages, output: file.path,
        source: .copied(source, page),
        configuration: site.configuration)
      return reader.read(bytes, .html)
    }
  }

  /// Reads those of `produced` that are pages or pictures.
  /// - Parameter page: The page that they are, or belong to.
  func read(_ produced: [RenderedFile], of page: Int) -> [RenderedReading] {
    produced.compactMap { file in
      guard case .bytes(let bytes) = file.content else { return nil }
      let isPicture = file.path.hasSuffix(".svg")
      guard isPicture || file.path.hasSuffix(".html") || file.path.hasSuffix(".htm") else {
        return nil
      }
      let reader = RenderedReader(
        files: targets.files, pages: targets.pages, output: file.path, source: .page(page),
        configuration: site.configuration)
      return reader.read(bytes, isPicture ? .xml : .html)
    }
  }

  /// Whether everything is still there to which a page led when it was read.
  func hasTargets(of reading: RenderedReading) -> Bool {
    reading.targets.isSubset(of: targets.files)
  }

  /// What is to be reported, given the readings of the whole site in the order of its pages.
  func report(_ readings: [RenderedReading]) -> [Diagnostic] {
    var sightings = readings.flatMap(\.sightings)
    let wanted = Set(readings.lazy.flatMap(\.awaiting).map(\.key))
    if !wanted.isEmpty {
      var there: Set<Fingerprint> = []
      for reading in readings { there.formUnion(wanted.intersection(reading.ids)) }
      for waiting in readings.lazy.flatMap(\.awaiting) where !there.contains(waiting.key) {
        sightings.append(waiting.sighting)
      }
    }
    var seen: Set<RenderedReading.Sighting> = []
    sightings = sightings.filter { !isKnown($0) && seen.insert($0).inserted }
    guard !sightings.isEmpty else { return [] }
    return RenderedReport(site).diagnostics(sightings)
  }

  private func isKnown(_ sighting: RenderedReading.Sighting) -> Bool {
    guard case .page(let page) = sighting.origin, let known = site.knownFaults[page] else {
      return false
    }
    if case .idRepeated = sighting.kind {
      // The ids within a picture begin with the figure's own.
      return known.contains { fault in
        guard case .id(let id) = fault else { return false }
        return sighting.written == id || sighting.written.hasPrefix(id + "-")
      }
    }
    return known.contains(.address(sighting.written))
  }
}

import Bytes
import Charts
import Programs
import SiteCompiler
import SiteModel
import SiteStorage

/// Has outside programs make the pictures in pixels of a site, and keeps them beside the project, so
/// that each is made once.
///
/// Nothing on a page needs them: without a program, or where it fails, they are left out.
actor PictureMaker {
  private let layout: ProjectLayout
  private var folder: String { layout.cache + "/pictures" }
  private let workers: Int
  /// What is kept that this site has.
  private var used: Set<String> = []
  /// Why something was left out.
  private(set) var complaints: [String] = []

  /// - Parameters:
  ///   - layout: The project, in whose cache they are kept.
  ///   - workers: How many programs run at once.
  init(_ layout: ProjectLayout, workers: Int) {
    self.layout = layout
    self.workers = max(1, workers)
  }

  /// Gives `site` the cards of its briefs and the smaller copies of its pictures.
  func pictures(
    of site: ResolvedSite, from tree: SourceTree, makesCards: Bool
  ) async -> (cards: [Int: MadePicture], copies: [String: [MadePicture]]) {
    let cards = makesCards ? await cards(of: site, from: tree) : [:]
    let copies = await copies(of: site)
    // Of those that were not looked for nobody knows whether they are still of use.
    if makesCards { forgetOthers() }
    return (cards, copies)
  }

  private func cards(
    of site: ResolvedSite, from tree: SourceTree
  ) async -> [Int: MadePicture] {
    guard let rasterizer = Rasterizer() else { return [:] }
    let requests = SiteCompiler.cardRequests(of: site, from: tree)
    let known = CardList.read(in: folder, of: layout)
    let made = await each(of: requests) { request -> (Int, ContentDigest?, MadePicture)? in
      func card(at location: String) -> (Int, ContentDigest?, MadePicture) {
        let card = MadePicture(path: request.path, location: location, width: PictureCard.width)
        return (request.page, request.key, card)
      }
      // Drawing is most of the work, where the pixels are there.
      if let name = request.key.flatMap({ known.name(of: $0) }),
        let location = await self.kept(name)
      {
        return card(at: location)
      }
      guard let svg = request.svg() else { return nil }
      let key = Digest.sha256.text(of: Array(rasterizer.name.utf8) + svg)
      let location = await self.kept(as: key + ".png", for: request.path) {
        await rasterizer.png(of: svg)
      }
      return location.map(card(at:))
    }
    let list = CardList(
      names: made.compactMap { _, key, card in key.map { ($0, Disk.name(of: card.location)) } })
    do {
      if try list.write(in: folder) { used.insert(CardList.name) }
    } catch {
      complaints.append("\(error)")
    }
    return Dictionary(made.map { ($0.0, $0.2) }, uniquingKeysWith: { first, _ in first })
  }

  /// Where the picture `name` is kept; nil where it is not.
  private func kept(_ name: String) -> String? {
    let location = "\(folder)/\(name)"
    guard !Disk.isLink(location), Disk.kind(of: location) == .file else { return nil }
    used.insert(name)
    return location
  }

  private func copies(of site: ResolvedSite) async -> [String: [MadePicture]] {
    guard let scaler = PictureScaler() else { return [:] }
    let requests = SiteCompiler.scalingRequests(of: site)
    let made = await each(of: requests) { request -> (String, [MadePicture])? in
      guard let bytes = await self.bytes(of: request.location) else { return nil }
      let key = Digest.sha256.text(of: Array(scaler.name.utf8) + bytes)
      let format = request.path.split(separator: ".").last.map { $0.lowercased() } ?? ""
      var copies: [MadePicture] = []
      for copy in request.copies {
        let location = await self.kept(as: "\(key)-\(copy.width).\(format)", for: copy.path) {
          await scaler.copy(of: bytes, format: format, width: copy.width)
        }
        guard let location else { continue }
        copies.append(MadePicture(path: copy.path, location: location, width: copy.width))
      }
      return copies.isEmpty ? nil : (request.path, copies)
    }
    return Dictionary(made, uniquingKeysWith: { first, _ in first })
  }

  /// What `make` gives for each of `requests`, some at a time.
  private func each<Request: Sendable, Made: Sendable>(
    of requests: [Request], _ make: @escaping @Sendable (Request) async -> Made?
  ) async -> [Made] {
    await withTaskGroup(of: Made?.self) { group in
      var made: [Made] = []
      for (position, request) in requests.enumerated() {
        if position >= workers, let next = await group.next() { made += [next].compactMap(\.self) }
        group.addTask { await make(request) }
      }
      for await next in group { made += [next].compactMap(\.self) }
      return made
    }
  }

  /// Where the picture `name` is kept; it is made where it is not there. Nil where that fails.
  private func kept(
    as name: String, for path: String,
    _ make: @Sendable () async -> Result<[UInt8], OutsideProgram.Failure>
  ) async -> String? {
    let location = "\(folder)/\(name)"
    used.insert(name)
    do {
      _ = try layout.makeCache("pictures")
    } catch {
      complaints.append("'\(path)' was left out: \(error)")
      return nil
    }
    if !Disk.isLink(location), Disk.kind(of: location) == .file { return location }
    switch await make() {
    case .failure(let failure):
      complaints.append("'\(path)' was left out: its program \(failure.reason)")
      return nil
    case .success(let bytes):
      do {
        // A picture is there whole or not at all, whenever we are stopped.
        try Disk.write(bytes, to: location + ".new")
        try Disk.rename(location + ".new", to: location)
        return location
      } catch {
        complaints.append("'\(path)' was left out: \(error)")
        return nil
      }
    }
  }

  private func bytes(of location: String) -> [UInt8]? {
    do {
      return try Disk.read(location)
    } catch {
      complaints.append("\(error)")
      return nil
    }
  }

  /// Removes what is kept and belongs to no page any more.
  private func forgetOthers() {
    guard !Disk.isLink(layout.cache), !Disk.isLink(folder), Disk.kind(of: folder) == .folder else {
      return
    }
    do {
      for name in try Disk.names(in: folder) where !used.contains(name) {
        try Disk.remove("\(folder)/\(name)")
      }
    } catch {
      complaints.append("\(error)")
    }
  }
}

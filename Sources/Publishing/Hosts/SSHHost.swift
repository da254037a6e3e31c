import Bytes
import Glibc
import Programs
import SiteModel
import SiteStorage

/// Releases on a host that is reached by ssh; rsync carries the files.
actor SSHHost: ReleaseHost {
  private let place: SSHPlace
  private let layout: ProjectLayout
  /// What ssh is told besides whom to call.
  private let arguments: [String]
  private var opened: HostSession?
  /// The digests that the lists of a release must have, as we sent them.
  private var sentSums: [ReleaseName: [String]] = [:]

  /// The folder at `place`.
  /// - Parameters:
  ///   - configuration: The path of the configuration that ssh is to read; nil for its own.
  ///   - layout: The project, in whose cache what is sent is put together.
  init(_ place: SSHPlace, configuration: String?, layout: ProjectLayout) {
    self.place = place
    self.layout = layout
    arguments =
      (configuration.map { ["-F", $0] } ?? []) + (place.port.map { ["-p", "\($0)"] } ?? [])
  }

  private func session() async throws -> HostSession {
    if let opened { return opened }
    let session = try await HostSession(place, arguments)
    _ = try await session.ask("needs", "flock rsync sha256sum")
    opened = session
    return session
  }

  func releases() async throws -> HostedReleases {
    var current: ReleaseName?
    var names: [ReleaseName] = []
    for line in try await session().ask("releases") {
      if line == "blocked" {
        throw PublishError.unsuitable(
          place: place.text, reason: "'current' there is not a link; move it away first")
      } else if line.hasPrefix("current ") {
        let target = String(line.dropFirst("current ".count))
        let parts = target.split(separator: "/")
        current = parts.count == 3 ? ReleaseName(String(parts[1])) : nil
        guard let current, target == "releases/\(current)/\(ReleaseManifest.folder)" else {
          throw PublishError.unsuitable(
            place: place.text,
            reason: "'current' there leads to '\(target)', which Dossier did not make")
        }
      } else if let name = ReleaseName(String(line.dropFirst("release ".count))) {
        names.append(name)
      }
    }
    return HostedReleases(names: names, current: current)
  }

  func manifest(of name: ReleaseName) async throws -> ReleaseManifest? {
    let lines = try await session().ask("manifest", name.text)
    return ReleaseManifest(Array(lines.map { $0 + "\n" }.joined().utf8))
  }

  func damage(in name: ReleaseName) async throws -> [String] {
    try await damage(below: name.text)
  }

  func damage(inReceived name: ReleaseName) async throws -> [String] {
    let folder = ".incoming-\(name)"
    // The list by which the files are checked came the same way as they did.
    let sums = try await session().ask("sums", folder).map { String($0.prefix { $0 != " " }) }
    guard sums == sentSums[name] else { return [ReleaseManifest.sumsName] }
    return try await damage(below: folder)
  }

  func lock(as holder: PublishHolder) async throws {
    _ = try await session().ask("lock", holder.text)
  }

  func unlock() async {
    await opened?.end()
    opened = nil
  }

  func clearLeftovers() async throws { _ = try await session().ask("clear") }

  func accept(_ name: ReleaseName) async throws {
    _ = try await session().ask("accept", name.text)
  }

  func serve(_ name: ReleaseName) async throws { _ = try await session().ask("serve", name.text) }

  func remove(_ name: ReleaseName) async throws {
    _ = try await session().ask("remove", name.text)
  }

  func receive(
    _ release: StagedRelease, as name: ReleaseName, beside previous: ReleaseName?
  ) async throws {
    guard let rsync = OutsideProgram("rsync") else {
      throw PublishError.programMissing(name: "rsync", package: "rsync")
    }
    _ = try await session().ask("prepare", name.text)
    let (manifest, sums) = (release.manifest.bytes, release.manifest.sums)
    sentSums[name] = [manifest, sums].map { Digest.sha256.text(of: $0) }
    let cache = try layout.makeCache()
    let folder = "\(cache)/publishing-\(getpid())"
    try Self.clearFolders(in: cache)
    defer { discard(folder) }
    try Self.layOut(release, in: folder)
    try Disk.write(manifest, to: folder + "/" + ReleaseManifest.name)
    try Disk.write(sums, to: folder + "/" + ReleaseManifest.sumsName)
    try await run(rsync, from: folder, to: name, beside: previous)
  }

  /// Lets rsync carry `folder` to the host.
  ///
  /// Times are not carried, so that a file that was built anew with the same bytes is the same.
  private func run(
    _ rsync: OutsideProgram, from folder: String, to name: ReleaseName,
    beside previous: ReleaseName?
  ) async throws {
    // rsync takes a command apart at blanks; within two quotation marks one stands for itself.
    let words = (["ssh"] + HostSession.options + arguments).map { word in
      "'" + word.replacing("'", with: "''") + "'"
    }
    var given = [
      "-rLp", "--checksum", "--chmod=D755,F644", "--protect-args", "--timeout=600",
      "-e", words.joined(separator: " "),
    ]
    if let previous { given.append("--link-dest=../\(previous)") }
    let root = place.path.hasSuffix("/") ? place.path : place.path + "/"
    let host = SSHPlace(
      user: place.user, host: place.host, port: nil, path: root + "releases/.incoming-\(name)/")
    let session: ProgramSession
    do {
      session = try ProgramSession.tethered(
        rsync, given + ["--", folder + "/", host.text], keeping: HostSession.kept)
    } catch {
      throw HostSession.failure(error)
    }
    while await session.line(within: .seconds(86_400)) != nil { continue }
    if let failure = await session.end() {
      throw PublishError.programFailed(name: "rsync", reason: Self.cause(of: failure).reason)
    }
  }

  /// What was wrong first: that the disk there is full, say, and not that the connection broke then.
  private static func cause(of failure: OutsideProgram.Failure) -> OutsideProgram.Failure {
    // Before that, ssh may say something of the host, which is no fault.
    guard case .failed(let status, let complaints) = failure,
      let first = complaints.first(where: { $0.hasPrefix("rsync: ") })
    else { return failure }
    return .failed(status: status, complaints: [first])
  }

  /// Puts a link to each file where the release has it.
  private static func layOut(_ release: StagedRelease, in folder: String) throws {
    var made: Set<String> = []
    for (path, location) in release.locations {
      let place = "\(folder)/\(ReleaseManifest.folder)/\(path)"
      let parent = Disk.parent(of: place)
      if made.insert(parent).inserted { try Disk.makeFolder(parent) }
      try Disk.makeLink(place, to: location)
    }
  }

  /// Removes what publishers left here that are no longer there.
  private static func clearFolders(in cache: String) throws {
    let stem = "publishing-"
    for name in try Disk.names(in: cache) where name.hasPrefix(stem) {
      guard let process = Int32(name.dropFirst(stem.count)) else { continue }
      let isGone = kill(process, 0) != 0 && errno == ESRCH
      if isGone || process == getpid() { try Disk.remove(cache + "/" + name) }
    }
  }

  /// Removes a folder of links; the next publisher removes what cannot be.
  private func discard(_ folder: String) {
    do { try Disk.remove(folder) } catch { return }
  }

  /// What `sha256sum` says of the files in a folder of `releases/`.
  private func damage(below folder: String) async throws -> [String] {
    var damaged: [String] = []
    var isWhole = false
    for line in try await session().ask("check", folder) {
      if line == "status 0" {
        isWhole = true
      } else if line.hasPrefix("count ") {
        let counts = line.split(separator: " ").dropFirst().compactMap { Int($0) }
        if counts.count == 2, counts[0] > counts[1] {
          damaged.append("\(counts[0] - counts[1]) files that are not in the list")
        }
      } else if let failed = line.firstRange(of: ": FAILED") {
        damaged.append(String(line[..<failed.lowerBound]))
      }
    }
    if !isWhole, damaged.isEmpty { damaged.append(ReleaseManifest.sumsName) }
    return damaged
  }
}

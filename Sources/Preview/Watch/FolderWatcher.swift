/// Finds out what changes under some folders.
public struct FolderWatcher: Sendable {
  /// How it learns that something has changed.
  public enum Method: Sendable {
    /// From the system, at once.
    case signals
    /// By looking every so often: where the system does not tell, as on many network drives.
    case polling(every: Duration)
  }

  /// For how long nothing may happen until a burst of changes is over.
  private static let pause = Duration.milliseconds(4)
  /// The same while a file is still open, which may be half written.
  private static let longPause = Duration.milliseconds(120)
  /// For how long a burst is waited out at most.
  private static let patience = Duration.seconds(1)

  private let roots: [String]
  private let ignored: Set<String>
  private let method: Method
  private let start: FolderSnapshot

  /// A watcher of what stands under `roots`, from now on: what changes before ``run(note:report:)``
  /// is not missed.
  /// - Parameters:
  ///   - roots: Folders by their absolute paths, which need not be there yet.
  ///   - ignored: Folders in them, of which nothing is to be heard.
  public init(_ roots: [String], ignoring ignored: Set<String> = [], method: Method = .signals) {
    self.roots = roots
    self.ignored = ignored
    self.method = method
    self.start = FolderSnapshot(of: roots, ignoring: ignored)
  }

  /// Reports the paths of what has changed, burst by burst, until the task is cancelled. What
  /// changes while `report` is at work comes with the next burst.
  ///
  /// - Parameter note: Told a sentence where it has to fall back on looking every so often.
  public func run(
    note: @Sendable (String) -> Void, report: @Sendable (Set<String>) async -> Void
  ) async throws {
    var known = start
    if case .polling(let interval) = method {
      try await poll(every: interval, &known, report)
      return
    }
    do {
      try await listen(&known, report)
    } catch let failure as ChangeSignal.Failure {
      note(
        failure == .tooManyFolders
          ? "more folders are here than the system lets a program watch, so changes are looked for "
            + "twice a second; fs.inotify.max_user_watches is the limit"
          : "the system does not tell of changes here, so they are looked for twice a second")
      try await poll(every: .milliseconds(500), &known, report)
    }
  }

  private func poll(
    every interval: Duration, _ known: inout FolderSnapshot,
    _ report: @Sendable (Set<String>) async -> Void
  ) async throws {
    while true {
      try await Task.sleep(for: interval)
      let seen = FolderSnapshot(of: roots, ignoring: ignored)
      let changes = seen.changes(since: known)
      known = seen
      if !changes.isEmpty { await report(changes) }
    }
  }

  private func listen(
    _ known: inout FolderSnapshot, _ report: @Sendable (Set<String>) async -> Void
  ) async throws {
    let signal = try ChangeSignal()
    var wakes = signal.wakes.makeAsyncIterator()
    repeat {
      // Taken before the look: what happens between the two is then looked for twice, not never.
      let touched = signal.takeNames()
      let seen = try look(with: signal, after: known)
      let changes = seen.changes(since: known, touched: touched)
      known = seen
      if !changes.isEmpty { await report(changes) }
      guard await wakes.next() != nil else { throw CancellationError() }
      try await Self.waitOutBurst(signal)
    } while true
  }

  /// Looks at everything, and watches what it sees; what appeared between the two is looked at too.
  ///
  /// What was watched before is watched anew: a folder that took the place of another is not.
  private func look(
    with signal: ChangeSignal, after known: FolderSnapshot
  ) throws -> FolderSnapshot {
    // The folder above tells when a root comes, goes or is replaced.
    var new = Set(roots.map(Self.nearestFolder(above:)) + known.folders + known.links)
    var watched: Set<String> = []
    while true {
      try signal.watch(new)
      watched.formUnion(new)
      let seen = FolderSnapshot(of: roots, ignoring: ignored)
      new = Set(seen.folders + seen.links).subtracting(watched)
      if new.isEmpty { return seen }
    }
  }

  private static func nearestFolder(above path: String) -> String {
    var path = path
    repeat {
      let slash = path.lastIndex(of: "/") ?? path.startIndex
      path = String(path[..<slash])
    } while !path.isEmpty && FileStamp(path)?.kind != .folder
    return path.isEmpty ? "/" : path
  }

  /// Waits until nothing has happened for a while.
  private static func waitOutBurst(_ signal: ChangeSignal) async throws {
    let end = ContinuousClock.now + patience
    while let latest = signal.latest {
      let quiet = latest.moment + (latest.event == .settled ? pause : longPause)
      if quiet <= .now || end <= .now { return }
      try await Task.sleep(until: min(quiet, end), tolerance: .zero)
    }
  }
}

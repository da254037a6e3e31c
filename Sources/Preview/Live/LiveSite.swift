import Diagnostics

/// The site as it is now, and what its readers are to be told of it.
///
/// Every site that is put in place has a number. A page knows the number of the site that it was
/// sent with and asks what has changed since, so that nothing is missed while it was loading, hidden
/// or cut off.
actor LiveSite {
  /// The site that answers requests.
  struct State: Sendable {
    /// The site; nil until a build has given one.
    let site: PreviewSite?
    /// The number of the site, 0 where there is none.
    let version: Int
    /// Why there is no newer one.
    let faults: [ShownFinding]
  }

  /// What a page is told.
  struct News: Sendable {
    /// The number of the site that is there now.
    let version: Int
    /// The paths of the files that have changed since the number that the page knows; nil where
    /// that number is not of this run of the program, and anything may have.
    let changed: [String]?
    /// Why there is no newer site.
    let faults: [ShownFinding]
  }

  /// How a page knows whether the program that it asks is the one that sent it.
  nonisolated let session: String

  private var state = State(site: nil, version: 0, faults: [])
  private var isBuilt = false
  private var changedAt: [String: Int] = [:]
  private var readers: [Int: AsyncStream<Void>.Continuation] = [:]
  private var lastReader = 0
  private var waiting: [AsyncStream<Never>.Continuation] = []

  /// A site that is not built yet.
  init(session: String = String(UInt64.random(in: .min ... .max), radix: 36)) {
    self.session = session
  }

  /// Puts what a build gave in place, whole.
  /// - Returns: How many files are others than before.
  @discardableResult
  func take(_ build: PreviewBuild) -> Int {
    var count = 0
    if let files = build.files {
      let site = PreviewSite(files: files)
      let changes = site.changes(since: state.site ?? PreviewSite(files: []))
      count = changes.count
      let version = changes.isEmpty ? state.version : state.version + 1
      for path in changes { changedAt[path] = version }
      state = State(site: site, version: max(version, 1), faults: build.faults)
    } else {
      state = State(site: state.site, version: state.version, faults: build.faults)
    }
    isBuilt = true
    for continuation in waiting { continuation.finish() }
    waiting = []
    for reader in readers.values { reader.yield() }
    return count
  }

  /// The site as it is now; while the first build goes on, the one that comes of it.
  func current() async -> State {
    if !isBuilt {
      let (built, continuation) = AsyncStream.makeStream(of: Never.self)
      waiting.append(continuation)
      for await _ in built {}
    }
    return state
  }

  /// What a page that knows the site `version` of `session` has not heard yet.
  func news(since version: Int, of session: String) -> News {
    guard session == self.session, version <= state.version else {
      return News(version: state.version, changed: nil, faults: state.faults)
    }
    let changed = changedAt.filter { $0.value > version }.keys.sorted()
    return News(version: state.version, changed: changed, faults: state.faults)
  }

  /// An element whenever there may be news, until ``leave(_:)``; nil where too many listen already.
  func join() -> (number: Int, wakes: AsyncStream<Void>)? {
    guard readers.count < 100 else { return nil }
    lastReader += 1
    let (wakes, wake) = AsyncStream.makeStream(
      of: Void.self, bufferingPolicy: .bufferingNewest(1))
    wake.yield()
    readers[lastReader] = wake
    return (lastReader, wakes)
  }

  /// Gives the reader with this number an element though nothing may have happened.
  func nudge(_ number: Int) {
    readers[number]?.yield()
  }

  /// Ends what ``join()`` began.
  func leave(_ number: Int) {
    readers.removeValue(forKey: number)?.finish()
  }
}

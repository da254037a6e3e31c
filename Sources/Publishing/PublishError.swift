/// Why a site could not be published, or an old release not be served again.
public enum PublishError: Error, Sendable, Hashable, CustomStringConvertible {
  /// Another publisher is at work; how it describes itself.
  case locked(holder: String)
  /// What stands at the target is not what releases are served from.
  case unsuitable(place: String, reason: String)
  /// A file of the site changed, or went, while it was being published.
  case siteChanged(path: String)
  /// Files did not arrive as they were sent, or are no longer what they were.
  case damaged(release: ReleaseName, paths: [String])
  /// There is no such release.
  case unknown(release: String, known: [ReleaseName])
  /// There is nothing to go back to.
  case noEarlier(current: ReleaseName?)
  /// A program that is needed is not installed here.
  case programMissing(name: String, package: String)
  /// A program failed; who it is, and the end of a sentence about it.
  case programFailed(name: String, reason: String)
  /// The host refused; its own words.
  case host(reason: String)

  /// The reason as a sentence without its end.
  public var description: String {
    switch self {
    case .locked(let holder):
      "another publisher is at work there: \(holder); try again when it is done"
    case .unsuitable(let place, let reason): "cannot publish to '\(place)': \(reason)"
    case .siteChanged(let path):
      "'\(path)' of the site changed while it was being published; nothing was switched, so publish "
        + "again when no other build is running"
    case .damaged(let release, let paths):
      "release \(release) is not whole: \(Self.list(paths)); what is served stays as it was"
    case .unknown(let release, let known):
      "there is no release '\(release)' there; "
        + (known.isEmpty ? "there is none at all" : "there are \(Self.list(known.map(\.text)))")
    case .noEarlier(let current):
      current.map { "there is nothing before release \($0) to go back to" }
        ?? "nothing is published there yet"
    case .programMissing(let name, let package):
      "'\(name)' is not installed; install it (on Debian: apt install \(package))"
    case .programFailed(let name, let reason): "'\(name)' \(reason)"
    case .host(let reason): "the host refused: \(reason)"
    }
  }

  private static func list(_ names: [String]) -> String {
    let some = names.prefix(5).map { "'\($0)'" }.joined(separator: ", ")
    return names.count > 5 ? "\(some) and \(names.count - 5) more" : some
  }
}

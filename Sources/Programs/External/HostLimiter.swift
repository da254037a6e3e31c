/// Lets so many requests run at once, and so many to one host.
actor HostLimiter {
  private let total: Int
  private let perHost: Int
  private var running = 0
  private var byHost: [String: Int] = [:]
  private var waiting: [(host: String, continuation: CheckedContinuation<Void, Never>)] = []

  init(total: Int, perHost: Int) {
    self.total = total
    self.perHost = perHost
  }

  /// Waits until a request to `host` may run. Each call is followed by one of ``leave(_:)``.
  func enter(_ host: String) async {
    if hasRoom(for: host) { return take(host) }
    await withCheckedContinuation { waiting.append((host, $0)) }
  }

  /// Says that a request to `host` has ended, and lets the first run that may.
  func leave(_ host: String) {
    running -= 1
    byHost[host, default: 1] -= 1
    if byHost[host] == 0 { byHost[host] = nil }
    guard let next = waiting.firstIndex(where: { hasRoom(for: $0.host) }) else { return }
    let (host, continuation) = waiting.remove(at: next)
    take(host)
    continuation.resume()
  }

  private func hasRoom(for host: String) -> Bool {
    running < total && byHost[host, default: 0] < perHost
  }

  private func take(_ host: String) {
    running += 1
    byHost[host, default: 0] += 1
  }
}

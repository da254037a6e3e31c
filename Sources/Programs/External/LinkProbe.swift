import Foundation

/// Finds out what became of one address: asks for its head, for the whole where that is refused,
/// follows redirects and asks again where a host is busy.
struct LinkProbe: Sendable {
  /// How patient to be.
  struct Patience: Sendable {
    /// How many redirects are followed.
    var redirects = 10
    /// How often a host that is busy or in trouble is asked again.
    var retries = 2
    /// How long to wait before the first of these; twice as long before the second.
    var backOff = Duration.seconds(1)
    /// The longest that a host may have the check wait.
    var longestWait = Duration.seconds(30)
  }

  let exchange: any HTTPExchange
  let limiter: HostLimiter
  var patience = Patience()

  /// What became of `address`.
  func probe(_ address: String) async -> ExternalAnswer {
    var current = address
    // Where the permanent redirects lead, as long as there is no other among them.
    var moved: String?
    var isPermanent = true
    for _ in 0...patience.redirects {
      let reply: HTTPReply
      switch await reach(current) {
      case .failure(let failure): return .broken(Self.via(current, address) + failure.words)
      case .success(let found): reply = found
      }
      switch reply.status {
      case 200..<300, 304: return moved.map { .moved(to: $0) } ?? .found
      case 301, 302, 303, 307, 308:
        guard let location = reply.location, let next = Self.resolve(location, at: current) else {
          return .broken("redirects to nowhere")
        }
        isPermanent = isPermanent && (reply.status == 301 || reply.status == 308)
        if isPermanent { moved = next }
        current = next
      default: return .broken(Self.via(current, address) + Self.words(reply.status))
      }
    }
    return .broken("redirects more than \(patience.redirects) times")
  }

  /// The reply to a request, when the host had its chances.
  private func reach(_ address: String) async -> Result<HTTPReply, HTTPFailure> {
    var wait = patience.backOff
    for attempt in 0...patience.retries {
      let result = await askOnce(address)
      guard attempt < patience.retries, case .success(let reply) = result,
        reply.status == 429 || (reply.status >= 500 && reply.status != 501)
      else { return result }
      let asked = reply.retryAfter.flatMap { RetryAfter.seconds($0, from: Date()) }
      let pause = asked.map { Duration.seconds(max(0, $0)) } ?? wait
      do { try await Task.sleep(for: min(pause, patience.longestWait)) } catch { return result }
      wait = wait * 2
    }
    return .failure(.timedOut)
  }

  /// Asks for the head; where a host refuses that, or would be thought broken for it, for the whole.
  private func askOnce(_ address: String) async -> Result<HTTPReply, HTTPFailure> {
    guard let host = URLComponents(string: address)?.host, !host.isEmpty else {
      return .failure(.malformed)
    }
    await limiter.enter(host)
    var result = await exchange.ask(.head, address)
    let isRefused: Bool
    switch result {
    case .success(let reply):
      isRefused = (400..<500).contains(reply.status) && reply.status != 429 || reply.status == 501
    case .failure(.other): isRefused = true
    case .failure: isRefused = false
    }
    if isRefused { result = await exchange.ask(.get, address) }
    await limiter.leave(host)
    return result
  }

  private static func resolve(_ location: String, at address: String) -> String? {
    guard let base = URL(string: address), let url = URL(string: location, relativeTo: base),
      url.scheme == "http" || url.scheme == "https"
    else { return nil }
    return url.absoluteString
  }

  private static func via(_ current: String, _ address: String) -> String {
    current == address ? "" : "redirects to '\(current)', which "
  }

  private static func words(_ status: Int) -> String {
    switch status {
    case 401, 403: "may not be read (\(status))"
    case 404: "is not there (404)"
    case 410: "is gone for good (410)"
    case 429: "is on a host that wants fewer requests (429)"
    case 500...: "is on a host in trouble (\(status))"
    default: "answers with \(status)"
    }
  }
}

/// Tries the outside addresses of a publication, many at once, each of them once.
public struct LinkChecker: Sendable {
  private let exchange: any HTTPExchange
  private let total: Int
  private let perHost: Int
  private let patience: LinkProbe.Patience

  /// A checker that waits ten seconds for each reply, with 16 requests at once and two to a host.
  public init() {
    self.init(exchange: WebClient(timeout: .seconds(10)))
  }

  init(
    exchange: any HTTPExchange, total: Int = 16, perHost: Int = 2,
    patience: LinkProbe.Patience = LinkProbe.Patience()
  ) {
    self.exchange = exchange
    self.total = total
    self.perHost = perHost
    self.patience = patience
  }

  /// What became of each of `links`, by ``ExternalFindings/request(for:)``.
  /// - Parameters:
  ///   - cache: What is known from before; takes what is found out now.
  ///   - now: The time in seconds since 1970.
  ///   - age: For how many seconds what is known holds.
  public func check(
    _ links: [ExternalFindings.Link], cache: inout LinkCache, now: Int, age: Int
  ) async -> [String: ExternalAnswer] {
    let addresses = Set(links.map { ExternalFindings.request(for: $0.address) })
    cache.keepOnly(addresses)
    var answers: [String: ExternalAnswer] = [:]
    var open: [String] = []
    for address in addresses.sorted() {
      if let known = cache.answer(for: address, now: now, age: age) {
        answers[address] = known
      } else {
        open.append(address)
      }
    }
    let probe = LinkProbe(
      exchange: exchange, limiter: HostLimiter(total: total, perHost: perHost), patience: patience)
    await withTaskGroup(of: (String, ExternalAnswer).self) { group in
      for address in open { group.addTask { (address, await probe.probe(address)) } }
      for await (address, answer) in group {
        answers[address] = answer
        cache.keep(answer, for: address, now: now)
      }
    }
    return answers
  }
}

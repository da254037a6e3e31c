public import Diagnostics

/// Says what became of the outside links of a publication.
public enum ExternalFindings {
  /// A link that leads out of the site, with its place.
  public typealias Link = (address: String, span: SourceSpan)

  /// The address that is asked for: what stands behind `#` never leaves the reader's browser.
  public static func request(for address: String) -> String {
    String(address.prefix { $0 != "#" })
  }

  /// A finding for each of `links` whose address is broken or has moved.
  /// - Parameter answers: What became of each address, by ``request(for:)``.
  public static func diagnostics(
    _ links: [Link], answers: [String: ExternalAnswer]
  ) -> [Diagnostic] {
    links.compactMap { link in
      let request = request(for: link.address)
      switch answers[request] {
      case .found, nil: return nil
      case .moved(let address):
        let fragment = link.address.dropFirst(request.count)
        return Diagnostic(
          .externalMoved, "'\(link.address)' has moved", at: link.span,
          help: "write '\(address)\(address.contains("#") ? "" : fragment)'")
      case .broken(let reason):
        return Diagnostic(
          .externalBroken, "'\(link.address)' \(reason)", at: link.span,
          help: "look for where it went, or whether it is there again later")
      }
    }
  }
}

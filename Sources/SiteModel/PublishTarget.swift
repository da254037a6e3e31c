public import Diagnostics
public import Values

/// A place to which a site is published, as `publish` of `site.yaml` names it.
public struct PublishTarget: Sendable, Hashable {
  /// Where releases go.
  public enum Place: Sendable, Hashable {
    /// A folder on this machine or a share: absolute, or relative to the project's.
    case folder(String)
    /// A folder on another host.
    case ssh(SSHPlace)
  }

  /// By which name the command knows it.
  public let name: String
  /// Where releases go.
  public let place: Place
  /// The circle that reads there; nil where nothing is said of it.
  public let audience: TrafficLight?
  /// Where `site.yaml` says so.
  public let span: SourceSpan

  /// The target called `name`.
  public init(name: String, place: Place, audience: TrafficLight? = nil, span: SourceSpan) {
    self.name = name
    self.place = place
    self.audience = audience
    self.span = span
  }
}

/// A folder on a host that is reached by ssh.
public struct SSHPlace: Sendable, Hashable {
  /// Who logs in; nil where ssh's own configuration says so.
  public let user: String?
  /// The host's name, its address, or its alias in ssh's configuration.
  public let host: String
  /// The port; nil for ssh's own choice.
  public let port: Int?
  /// The folder there: absolute, or relative to the home of who logs in.
  public let path: String

  /// The folder `path` at `host`.
  public init(user: String?, host: String, port: Int?, path: String) {
    self.user = user
    self.host = host
    self.port = port
    self.path = path
  }

  /// Whom ssh is to call: `user@host`.
  public var destination: String { (user.map { $0 + "@" } ?? "") + host }

  /// The place as it is written: `user@host:path`.
  public var text: String {
    let shown = host.utf8.contains(UInt8(ascii: ":")) ? "[\(host)]" : host
    return (user.map { $0 + "@" } ?? "") + "\(shown):\(path)"
  }
}

import Programs
import SiteModel

/// A connection to a host, in which its shell is asked for one step after the other.
struct HostSession: Sendable {
  private let session: ProgramSession

  /// How ssh is told never to ask, to leave nothing running behind, and to notice within a minute
  /// that nobody is there any more.
  static let options = [
    "-T", "-oBatchMode=yes", "-oControlMaster=no", "-oConnectTimeout=20",
    "-oServerAliveInterval=15",
    "-oServerAliveCountMax=4",
  ]
  /// Where ssh finds the agent that holds the keys.
  static let kept = ["SSH_AUTH_SOCK"]

  /// Connects to `place`.
  /// - Parameter arguments: What ssh is told besides.
  init(_ place: SSHPlace, _ arguments: [String]) async throws {
    guard let ssh = OutsideProgram("ssh") else {
      throw PublishError.programMissing(name: "ssh", package: "openssh-client")
    }
    let command = HostScript.command(root: place.path)
    do {
      session = try ProgramSession(
        ssh, Self.options + arguments + ["--", place.destination, command], keeping: Self.kept)
    } catch {
      throw Self.failure(error)
    }
    // Some hosts greet whoever comes.
    while true {
      guard let line = await session.line(within: .seconds(60)) else { throw await broken() }
      if line == HostScript.greeting { break }
    }
  }

  /// Asks for one step, and gives what the host answers.
  /// - Parameter words: Verb and names; no word holds a blank but the last.
  func ask(_ words: String...) async throws -> [String] {
    await session.send(words.joined(separator: " "))
    var lines: [String] = []
    while let line = await session.line() {
      if line == "ok" { return lines }
      if line.hasPrefix("+") {
        lines.append(String(line.dropFirst()))
      } else if line.hasPrefix("no ") {
        throw Self.refusal(line.dropFirst(3))
      }
    }
    throw await broken()
  }

  /// Ends the connection, and with it the lock.
  func end() async {
    // What it ends with matters to nobody any more.
    _ = await session.end()
  }

  private static func refusal(_ reason: Substring) -> PublishError {
    var reason = reason
    while reason.last == " " { reason.removeLast() }
    if reason.hasPrefix("locked") {
      let holder = reason.dropFirst("locked ".count)
      return .locked(holder: holder.isEmpty ? "it has just begun" : String(holder))
    }
    if reason.hasPrefix("missing ") {
      let tools = reason.dropFirst("missing ".count).split(separator: " ").joined(separator: ", ")
      return .host(reason: "it lacks \(tools), without which nothing can be published there")
    }
    return .host(reason: String(reason))
  }

  /// Why the connection ended before we did.
  private func broken() async -> PublishError {
    let failure = await session.end()
    return .programFailed(name: "ssh", reason: failure?.reason ?? "ended before its work was done")
  }

  /// A program's failure as ours.
  static func failure(_ error: any Error) -> PublishError {
    let reason = (error as? OutsideProgram.Failure)?.reason ?? "\(error)"
    return .programFailed(name: "ssh", reason: reason)
  }
}

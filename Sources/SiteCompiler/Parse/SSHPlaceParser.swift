import Bytes
import Diagnostics
import Documents
import SiteModel

/// Reads a folder on another host, written as rsync and scp write it: `user@host:path`.
enum SSHPlaceParser {
  /// The place that `node` names; nil where it names none, which is reported.
  ///
  /// What is written here becomes words of a command, so no part may begin with `-`, and the host
  /// is letters, digits, dots, hyphens and colons alone.
  static func parse(_ node: Node, port: Int?, _ reader: inout MappingReader) -> SSHPlace? {
    let subject = reader.subject
    func fault(_ message: String, _ help: String) -> SSHPlace? {
      reader.report(Diagnostic(.valueInvalid, message, at: node.span, help: help))
      return nil
    }
    guard let text = node.text else {
      reader.wrongType(node, "rsync", expected: "text")
      return nil
    }
    let example = "write it as user@host:/srv/briefs"
    if text.contains("://") {
      return fault("'\(text)' is an address, not a place that ssh reaches", example)
    }
    guard let (login, path) = split(text) else {
      return fault("'rsync' of \(subject) names no host and path", example)
    }
    if path.hasPrefix(":") {
      return fault("'\(text)' is a module of an rsync server; Dossier publishes by ssh", example)
    }
    let parts = login.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false)
    let user = parts.count == 2 ? String(parts[0]) : nil
    var host = String(parts[parts.count - 1])
    if host.hasPrefix("["), host.hasSuffix("]") { host = String(host.dropFirst().dropLast()) }
    guard isHost(host) else {
      return fault("'\(host)' cannot be the name of a host", example)
    }
    guard user.map(isUser) ?? true else {
      return fault("'\(user ?? "")' cannot be the name of a user", example)
    }
    if path.hasPrefix("~") {
      return fault(
        "'\(path)' begins with '~', which is not followed here",
        "a path without a '/' in front begins at home: leave out '~/'")
    }
    let folders = path.split(separator: "/")
    guard folders.contains(where: { $0 != "." }), !folders.contains(".."), !path.hasPrefix("-"),
      !path.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F })
    else { return fault("'\(path)' cannot be the folder of a site", example) }
    return SSHPlace(user: user, host: host, port: port, path: path)
  }

  /// Who and where, and the path behind the colon that ends it; within brackets colons are part of
  /// an address.
  private static func split(_ text: String) -> (login: String, path: String)? {
    var isBracketed = false
    for index in text.indices {
      switch text[index] {
      case "[": isBracketed = true
      case "]": isBracketed = false
      case ":" where !isBracketed:
        let path = text[text.index(after: index)...]
        return path.isEmpty ? nil : (String(text[..<index]), String(path))
      case "/": return nil
      default: continue
      }
    }
    return nil
  }

  private static func isHost(_ text: String) -> Bool {
    isWord(text, with: ".-:_")
  }

  private static func isUser(_ text: String) -> Bool {
    isWord(text, with: ".-_+")
  }

  private static func isWord(_ text: String, with punctuation: String) -> Bool {
    let allowed = Array(punctuation.utf8)
    return !text.isEmpty && !text.hasPrefix("-")
      && text.utf8.allSatisfy { $0.isASCIIAlphanumeric || allowed.contains($0) }
  }
}

import Bytes
import Diagnostics
import Documents
import SiteModel
import Values

/// Reads where a site is published to.
enum PublishParser {
  /// The targets that the value of `publish` names.
  static func parse(_ node: Node?) -> Outcome<[PublishTarget]> {
    guard let node else { return Outcome([]) }
    var reader = MappingReader(node, of: "'publish'")
    let targets = reader.node("targets")
    var found = reader.finish()
    guard let targets else { return Outcome([], found) }
    guard let entries = targets.entries else {
      found.append(
        Diagnostic(
          .valueTypeWrong, "'targets' of 'publish' is \(targets.kindInWords), not a mapping",
          at: targets.span, help: "give each target a name, such as web: {folder: /srv/www/briefs}"
        ))
      return Outcome([], found)
    }
    return Outcome(entries.compactMap { target($0).take(into: &found) }, found)
  }

  private static func target(_ entry: Node.Entry) -> Outcome<PublishTarget?> {
    // A slip in 'audience' would let everything out.
    var reader = MappingReader(
      entry.value, of: "the target '\(entry.key)'", unknownKey: .blockKeyUnknown)
    let folder = reader.node("folder")
    let rsync = reader.node("rsync")
    let port = reader.node("port")
    let audience = reader.choice("audience", of: TrafficLight.self)
    if !isName(entry.key) {
      reader.report(
        Diagnostic(
          .valueInvalid, "'\(entry.key)' cannot be the name of a target", at: entry.keySpan,
          help: "it is typed in a command: write small letters, digits and hyphens, such as web"))
    }
    var place: PublishTarget.Place?
    switch (folder, rsync) {
    case (let folder?, nil): place = self.folder(folder, &reader).map { .folder($0) }
    case (nil, let rsync?):
      let number = port.flatMap { self.port($0, &reader) }
      place = SSHPlaceParser.parse(rsync, port: number, &reader).map { .ssh($0) }
    case (_?, let rsync?):
      reader.report(
        Diagnostic(
          .valueInvalid, "the target '\(entry.key)' is a folder here and one on a host",
          at: rsync.span, help: "leave out one of 'folder' and 'rsync', or make two targets of it"))
    case (nil, nil): missingPlace(entry, &reader)
    }
    if let port, rsync == nil, folder != nil {
      reader.report(
        Diagnostic(
          .valueInvalid, "a folder on this machine has no port", at: port.span,
          help: "leave 'port' out, or write rsync: host:/path"))
    }
    let target = place.map {
      PublishTarget(name: entry.key, place: $0, audience: audience, span: entry.keySpan)
    }
    return Outcome(isName(entry.key) ? target : nil, reader.finish())
  }

  /// Says that there is no place; where that is a misspelt key, the reader says so.
  private static func missingPlace(_ entry: Node.Entry, _ reader: inout MappingReader) {
    let known = ["folder", "rsync", "port", "audience"]
    let keys = entry.value.entries?.map(\.key) ?? []
    let isMisspelt = keys.contains { !known.contains($0) }
    guard entry.value.entries != nil || entry.value.isNull, !isMisspelt else { return }
    reader.report(
      Diagnostic(
        .keyMissing, "the target '\(entry.key)' says no place", at: entry.keySpan,
        help: "write folder: /srv/www/briefs, or rsync: user@host:/srv/briefs"))
  }

  private static func isName(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    guard let first = bytes.first, first.isSmallLetterOrDigit else { return false }
    return bytes.count <= 60
      && bytes.allSatisfy { $0.isSmallLetterOrDigit || $0 == UInt8(ascii: "-") }
  }

  private static func folder(_ node: Node, _ reader: inout MappingReader) -> String? {
    guard let text = node.text else {
      reader.wrongType(node, "folder", expected: "a path")
      return nil
    }
    // A colon behind a host's name is rsync's way to write a place elsewhere.
    let isElsewhere = text.contains("://") || text.firstIndex(of: ":") != nil && !text.contains(" ")
    guard !isElsewhere || text.hasPrefix("/") || text.hasPrefix(".") else {
      reader.report(
        Diagnostic(
          .valueInvalid, "'\(text)' looks like a place on another host, not a folder here",
          at: node.span, help: "write rsync: \(text)"))
      return nil
    }
    let isPlain = !text.hasPrefix("~") && !text.utf8.contains { $0 < 0x20 }
    guard isPlain, text.contains(where: { $0 != "/" }) else {
      reader.report(
        Diagnostic(
          .valueInvalid, "'folder' of \(reader.subject) is no path of a folder", at: node.span,
          help: "write it from the root, such as /srv/www/briefs, or from the project's folder"))
      return nil
    }
    return text
  }

  private static func port(_ node: Node, _ reader: inout MappingReader) -> Int? {
    if let port = node.integer, (1...65_535).contains(port) { return port }
    reader.report(
      Diagnostic(
        .valueInvalid, "'port' of \(reader.subject) is no port", at: node.span,
        help: "write a whole number from 1 to 65535, or leave it out for ssh's own"))
    return nil
  }
}

extension UInt8 {
  fileprivate var isSmallLetterOrDigit: Bool {
    isASCIIDigit || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self)
  }
}

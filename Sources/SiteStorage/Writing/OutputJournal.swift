import Bytes
import SiteModel

/// What is still to be done to turn the old site into the new one, written down before any of it.
///
/// A build that changes few files puts them beside the output, writes the journal, and only then
/// moves them in. Where it is stopped in between, whoever writes there next goes through the journal
/// again: every step may be taken twice.
struct OutputJournal {
  private static let heading = "Dossier journal 1"
  private static let ending = "end"

  /// The folder from which the files are moved, beside the output.
  var staging: String
  /// The files to move, by path from the site's root.
  var moved: [String] = []
  /// The files to remove.
  var removed: [String] = []

  /// Where the journal of `output` stands.
  static func path(of output: String) -> String {
    Disk.parent(of: output) + "/." + Disk.name(of: output) + ".dossier-journal"
  }

  /// The journal as it is written: a line for each step, its path percent-encoded.
  private var bytes: [UInt8] {
    var lines = [Self.heading, "from " + PercentEncoding.encodePath(Disk.name(of: staging))]
    lines += removed.map { "remove " + PercentEncoding.encodePath($0) }
    lines += moved.map { "move " + PercentEncoding.encodePath($0) }
    return Array((lines + [Self.ending]).map { $0 + "\n" }.joined().utf8)
  }

  /// Writes the journal down; from here on the new site is the one that counts.
  func write(for output: String) throws(StorageError) {
    try Disk.replace(Self.path(of: output), with: bytes)
  }

  /// How the names of staging folders of `output` begin.
  static func stagingStem(of output: String) -> String {
    "." + Disk.name(of: output) + ".dossier-staging-"
  }

  /// The journal that a stopped build has left; nil where there is none.
  ///
  /// A project comes from anywhere, and a journal with it: one that no build of ours can have written
  /// counts for nothing.
  private static func read(for output: String) throws(StorageError) -> OutputJournal? {
    let path = path(of: output)
    guard Disk.kind(of: path) == .file, try SiteManifest.read(in: output) != nil else { return nil }
    let lines = try Disk.read(path).split(separator: .newline).map(\.text)
    guard lines.first == heading, lines.last == ending else { return nil }
    var journal = OutputJournal(staging: "")
    for line in lines.dropFirst().dropLast() {
      guard let blank = line.firstIndex(of: " "),
        let path = PercentEncoding.decode(String(line[line.index(after: blank)...])),
        SitePath.isOfFile(path)
      else { return nil }
      switch line[..<blank] {
      case "from": journal.staging = Disk.parent(of: output) + "/" + path
      case "move": journal.moved.append(path)
      case "remove": journal.removed.append(path)
      default: return nil
      }
    }
    return journal.isOwn(output) ? journal : nil
  }

  /// Whether every step stays within the staging folder and `output`: no path leads through a symbolic
  /// link, of which we make none.
  private func isOwn(_ output: String) -> Bool {
    let name = Disk.name(of: staging)
    guard name.hasPrefix(Self.stagingStem(of: output)), !Disk.isLink(staging),
      Disk.parent(of: staging) == Disk.parent(of: output)
    else { return false }
    var plain: Set<String> = [output, staging]
    func isPlain(_ folder: String) -> Bool {
      if plain.contains(folder) { return true }
      guard isPlain(Disk.parent(of: folder)), !Disk.isLink(folder) else { return false }
      plain.insert(folder)
      return true
    }
    return (removed + moved).allSatisfy { isPlain(Disk.parent(of: output + "/" + $0)) }
      && moved.allSatisfy { path in
        let place = staging + "/" + path
        return isPlain(Disk.parent(of: place)) && !Disk.isLink(place)
      }
  }

  /// Ends what a stopped build has begun.
  static func finish(for output: String) throws(StorageError) {
    let path = path(of: output)
    guard Disk.kind(of: path) != nil else { return }
    // One that cannot be read was never whole, and nothing was moved.
    if let journal = try read(for: output) { try journal.apply(to: output) }
    try Disk.remove(path)
  }

  /// Takes all steps, whether or not some were taken before.
  func apply(to output: String) throws(StorageError) {
    var folders: Set<String> = []
    for path in removed {
      try Disk.remove(output + "/" + path)
      folders.insert(Disk.parent(of: output + "/" + path))
    }
    for folder in folders { Disk.removeEmpty(folder, below: output) }
    var made: Set<String> = []
    for path in moved where Disk.kind(of: staging + "/" + path) == .file {
      let folder = Disk.parent(of: output + "/" + path)
      if made.insert(folder).inserted { try Disk.makeFolder(folder) }
      try Disk.rename(staging + "/" + path, to: output + "/" + path)
    }
    try Disk.remove(staging)
  }
}

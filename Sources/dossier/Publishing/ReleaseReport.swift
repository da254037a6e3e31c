import Publishing
import SiteModel

/// What `publish` tells of releases.
enum ReleaseReport {
  /// Says what was published.
  static func published(_ result: Publisher.Result, _ target: PublishTarget) {
    for complaint in result.complaints { Console.note("note: \(complaint)") }
    guard result.isNew else {
      Console.note(
        "'\(target.name)' serves this already, as release \(result.name); nothing was sent.")
      return
    }
    let difference = result.difference
    let counts = [
      "\(difference.added.count) files added", "\(difference.changed.count) changed",
      "\(difference.removed.count) removed", "\(difference.unchangedCount) as before",
    ]
    Console.note(
      "Published release \(result.name) to '\(target.name)': "
        + counts.joined(separator: ", ") + ".")
  }

  /// Says what would change, a line for each file.
  static func difference(_ difference: SiteDifference, _ target: PublishTarget) {
    var rows: [[String]] = []
    for change in difference.added { rows.append(["+", change.path, size(change.newSize)]) }
    for change in difference.changed {
      rows.append(["~", change.path, "\(size(change.oldSize)) → \(size(change.newSize))"])
    }
    for change in difference.removed { rows.append(["-", change.path, size(change.oldSize)]) }
    for line in aligned(rows) { Console.say(line) }
    Console.note(
      "\(difference.added.count) files to add, \(difference.changed.count) to change, "
        + "\(difference.removed.count) to remove, \(difference.unchangedCount) as they are; "
        + "\(size(difference.size)) to send to '\(target.name)'. Nothing was published.")
  }

  /// Lists the releases at a host, the newest first; the one that is served is marked.
  static func list(_ releases: [ListedRelease], _ target: PublishTarget) {
    guard !releases.isEmpty else {
      Console.note("Nothing is published to '\(target.name)' yet.")
      return
    }
    var rows: [[String]] = []
    for release in releases {
      var row = [release.isCurrent ? "*" : " ", release.name.text, release.name.time]
      if let manifest = release.manifest {
        row += [
          "\(manifest.files.count) files", size(manifest.size), "by \(manifest.publisher)",
        ]
      } else {
        row.append("its manifest cannot be read")
      }
      rows.append(row)
    }
    for line in aligned(rows) { Console.say(line) }
  }

  /// Rows as lines, the columns below one another.
  private static func aligned(_ rows: [[String]]) -> [String] {
    var widths: [Int] = []
    for row in rows {
      for (index, cell) in row.enumerated() {
        if index == widths.count { widths.append(0) }
        widths[index] = max(widths[index], cell.count)
      }
    }
    return rows.map { row in
      row.enumerated().map { index, cell in
        index == row.count - 1
          ? cell : cell + String(repeating: " ", count: widths[index] - cell.count)
      }.joined(separator: "  ")
    }
  }

  /// A number of bytes as people read it.
  static func size(_ bytes: Int?) -> String {
    guard let bytes else { return "" }
    if bytes < 1000 { return "\(bytes) bytes" }
    for (unit, scale) in [("kB", 1000), ("MB", 1_000_000)] where bytes < scale * 1000 {
      return tenths(bytes, scale) + " " + unit
    }
    return tenths(bytes, 1_000_000_000) + " GB"
  }

  private static func tenths(_ bytes: Int, _ scale: Int) -> String {
    let tenths = (bytes * 10 + scale / 2) / scale
    return "\(tenths / 10).\(tenths % 10)"
  }
}

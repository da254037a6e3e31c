import Foundation
import TestSupport
import Testing

/// Audiences and the audit as a user runs them, over the example publication.
@Suite("The command 'audit'")
struct AudienceCommandTests {
  /// Words that stand nowhere in the example.
  private static let markers = [
    "zoofenkrawatte", "quibblewharf", "nimbuskessel", "fjordspanner", "wuxalanterne",
  ]

  /// The example with a GREEN page, row, dataset, source and picture.
  private static func example(in folder: URL) throws {
    for name in ["Content", "Templates"] {
      try FileManager.default.copyItem(
        at: Repository.root.appendingPathComponent(name), to: folder.appendingPathComponent(name))
    }
    let content = folder.appendingPathComponent("Content")
    func write(_ path: String, _ text: String) throws {
      try Data(text.utf8).write(to: content.appendingPathComponent(path))
    }
    func replace(_ old: String, with new: String, in path: String) throws {
      let text = try String(contentsOf: content.appendingPathComponent(path), encoding: .utf8)
      let range = try #require(text.range(of: old))
      try write(path, text.replacingCharacters(in: range, with: new))
    }
    try write(
      "briefs/\(markers[0]).md",
      """
      ---
      title: The \(markers[0]) question
      summary: Of \(markers[0]).
      series: Khorasan briefings
      number: 99
      date: 2026-11-26
      authors: [Ada \(markers[0])]
      topics: [strength, \(markers[0])]
      redirects: [/old/\(markers[0]).html]
      tlp: GREEN
      ---

      As [IS Khorasan](../actors/is-khorasan.md) knows [@\(markers[3])]: `{value} \(markers[2]).count()`.

      ![A plan](../assets/\(markers[4]).svg)

      ```table {#tbl-\(markers[0])}
      data: sightings
      caption: Sightings of \(markers[0])
      ```

      """)
    try write(
      "assets/\(markers[4]).svg",
      "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 9 9\"><title>\(markers[4])</title></svg>\n"
    )
    try replace(
      "[\n  {",
      with: """
        [
          {"id": "\(markers[3])", "type": "report", "title": "On \(markers[3])",
            "issued": {"date-parts": [[2021]]}},
          {
        """, in: "sources.json")
    try write("data/sightings.csv", "id,where,tlp\na,harbour,\nb,\(markers[1]),GREEN\n")
    try write("data/\(markers[2]).csv", "id,what\na,\(markers[2])\n")
    try replace(
      "resources:\n",
      with: """
        resources:
          - {name: sightings, path: sightings.csv, schema: {primaryKey: id, fields: [
              {name: id, type: string}, {name: where, type: string}, {name: tlp, type: string}]}}
          - {name: \(markers[2]), path: \(markers[2]).csv, title: Of \(markers[2]), tlp: GREEN}

        """, in: "data/datapackage.yaml")
  }

  /// In which files of a built site each word is, or in whose paths.
  private static func places(in site: URL) throws -> [String: [String]] {
    var places: [String: [String]] = [:]
    for path in try FileManager.default.subpathsOfDirectory(atPath: site.path).sorted() {
      let bytes = FileManager.default.contents(atPath: site.appendingPathComponent(path).path)
      let text = path + "\n" + String(decoding: bytes ?? Data(), as: UTF8.self).lowercased()
      for marker in markers where text.contains(marker) {
        places[marker, default: []].append(path)
      }
    }
    return places
  }

  @Test("Words of a GREEN page, row, dataset, source and picture are nowhere in a CLEAR build")
  func example() throws {
    try CommandTests.scratch { folder in
      try Self.example(in: folder)
      let site = folder.appendingPathComponent("Site")
      let green = try CommandTests.run("build", "--audience", "GREEN", in: folder)
      #expect(green.status == 0, "\(green.errors)")
      let shown = try Self.places(in: site)
      #expect(Set(shown.keys) == Set(Self.markers))
      // The page is in lists, the search, the map, feeds and on the pages that it is near to.
      #expect((shown[Self.markers[0]] ?? []).count > 20)
      let clear = try CommandTests.run("build", "--audience", "CLEAR", in: folder)
      #expect(clear.status == 0, "\(clear.errors)")
      #expect(try Self.places(in: site).isEmpty)
      let cells = try String(
        contentsOf: site.appendingPathComponent("data/sightings.csv"), encoding: .utf8)
      #expect(cells == "id,where,tlp\na,harbour,\n")
    }
  }

  @Test("The audit passes what holds nothing, names what leaks, and asks for an audience")
  func audit() throws {
    try CommandTests.scratch { folder in
      #expect(try CommandTests.run("new", "notes", in: folder).status == 0)
      let project = folder.appendingPathComponent("notes")
      let secret = "---\ntitle: Blackwater crossing\ntlp: RED\n---\n\nFor the crews.\n"
      try Data(secret.utf8).write(to: project.appendingPathComponent("Content/briefs/secret.md"))
      let clean = try CommandTests.run("audit", "--audience", "CLEAR", in: project)
      #expect(clean.status == 0, "\(clean.output)\(clean.errors)")
      #expect(clean.output.hasSuffix("nothing in them that TLP:CLEAR may not see\n"))
      #expect(!FileManager.default.fileExists(atPath: project.appendingPathComponent("Site").path))

      // A picture that carries the title: a PNG of one pixel with a text beside it.
      var text = Array("tEXtComment".utf8) + [0]
      text += "Blackwater crossing".utf8
      let pixel: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13]
      let header = Array("IHDR".utf8) + [0, 0, 0, 1, 0, 0, 0, 1, 8, 2, 0, 0, 0, 0, 0, 0, 0]
      let picture = pixel + header + [0, 0, 0, UInt8(text.count - 4)] + text + [0, 0, 0, 0]
      let assets = project.appendingPathComponent("Content/assets")
      try FileManager.default.createDirectory(at: assets, withIntermediateDirectories: true)
      try Data(picture).write(to: assets.appendingPathComponent("plan.png"))
      let page = "---\ntitle: Open\ntlp: CLEAR\n---\n\n![A plan](../assets/plan.png)\n"
      try Data(page.utf8).write(to: project.appendingPathComponent("Content/briefs/open.md"))
      let leak = try CommandTests.run("audit", "--audience", "CLEAR", in: project)
      #expect(leak.status == 1)
      #expect(
        leak.output.hasPrefix(
          "Content/briefs/secret.md:2:8: error: 'blackwater crossing' of this page stands in "
            + "'assets/plan.png'"), "\(leak.output)")

      let none = try CommandTests.run("audit", in: project)
      #expect(none.status == 64 && none.errors.contains("--audience CLEAR"))
      #expect(try CommandTests.run("build", "--audience", "PURPLE", in: project).status == 64)
    }
  }
}

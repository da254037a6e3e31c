import Diagnostics
import Foundation
import SiteCompiler
import SiteModel
import Testing
import Values

/// What the audit finds of a secret, and that it finds nothing else.
@Suite("The audit")
struct AuditTests {
  private static let publication: Publication = {
    var publication = Publication([
      "site.yaml": "title: Test\ntlp: CLEAR\n",
      "index.md": "---\ntitle: Front\n---\n\nThe ferry crossed, and [@shared] says when.\n",
      "briefs/blackwater-plan.md": """
      ---
      title: The Blackwätter *crossing* plan
      tlp: AMBER
      ---

      ## Moorings & tides {#sec-quayside}

      The ferry crossed without lights. See [@hidden] and [@shared].

      """,
      "sources.json": """
      [{"id": "shared", "type": "report", "title": "Public timetable of ferries"},
      {"id": "hidden", "type": "report", "title": "Manifest of unlit vessels"}]
      """,
      "data/datapackage.yaml": """
      name: harbour
      resources:
        - {name: calls, path: calls.csv}
        - {name: smugglers, path: smugglers.csv, tlp: RED, title: Night runners}
      """,
      "data/calls.csv": "ship,tlp\nAdelaide,\nPersephone,GREEN\n",
      "data/smugglers.csv": "person\nKlabautermann\n",
      "assets/chart-of-shoals.svg": """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><title>Sandbanks</title></svg>
      """,
    ])
    publication.audience = .clear
    return publication
  }()

  /// What is found in `bytes`, as words of which kind of text they are.
  private static func found(
    _ bytes: [UInt8], path: String = "x.txt"
  ) async throws -> [String] {
    let compiler = SiteCompiler(options: SiteCompiler.Options(audience: .clear))
    let audit = try #require(try await compiler.audit(of: try publication.tree()))
    return audit.diagnostics(audit.search(bytes, path: path)).map(\.message)
  }

  /// "The Blackwätter crossing" as zlib's deflate packs it: none of its words stands there as it is.
  private static let deflated = [UInt8](
    Data(base64Encoded: "C8lIVXDKSUzOLj+8pKQktUghuSi/uDgzLx0A") ?? Data())

  @Test(
    "A secret is found in whatever it is written",
    arguments: [
      "The Blackwätter crossing plan", "<h1>The Blackw&#228;tter <em>crossing</em></h1>",
      #"{"title": "The Blackw\u00e4tter crossing"}"#, #"x("The Blackw\xe4tter crossing")"#,
      "href=\"/Blackw%C3%A4tter-crossing.html\"", "the-blackwätter-crossing", "BLACKWÄTTER",
      "&lt;p&gt;Blackw&amp;#xE4;tter&lt;/p&gt;", "Blackw\u{AD}ätt<wbr>er",
      "BEGIN:VCALENDAR\r\nSUMMARY:The Blackwät\r\n ter crossing\r\n",
      "@report{a, title={{B}lackwätter}}",
      "\\n\\nBlackwätter", "sec-quayside", "crossed without lights",
      "Manifest of unlit vessels", "Night runners", "Klabautermann", "Persephone", "smugglers",
      "<title>Sandbanks</title>",
    ])
  func forms(text: String) async throws {
    let found = try await Self.found(Array(text.utf8))
    #expect(!found.isEmpty, "\(text)")
  }

  @Test(
    "What the audience may see is none",
    arguments: [
      "The ferry crossed", "The ferry crossed the bay", "Public timetable of ferries", "Adelaide",
      "Front", "plan", "Klabaute", "Harbour",
      "shared", "TLP:CLEAR", "datapackage", "tides",
    ])
  func innocent(text: String) async throws {
    let found = try await Self.found(Array(text.utf8))
    #expect(found.isEmpty == (text != "Klabaute"), "\(found)")
  }

  @Test("What is packed is unpacked: gzip, the texts of a PNG, the streams of a PDF, archives")
  func packed() async throws {
    let stream = Self.deflated
    let zlib = [0x78, 0x01] + stream
    let gzip = [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3] + stream + [UInt8](repeating: 0, count: 8)
    #expect(try await Self.found(gzip).count == 1)
    let text = Array("Title\0\0".utf8) + zlib
    let png =
      [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, UInt8(text.count)]
      + Array("zTXt".utf8) + text + [0, 0, 0, 0]
    #expect(try await Self.found(png).count == 1)
    let pdf = Array("%PDF-1.7\n1 0 obj\nstream\n".utf8) + zlib + Array("\nendstream\n".utf8)
    #expect(try await Self.found(pdf).count == 1)
    let name = Array("a.xml".utf8)
    var zip: [UInt8] = [0x50, 0x4B, 3, 4, 20, 0, 0, 0, 8, 0]
    zip += [UInt8](repeating: 0, count: 16) + [UInt8(name.count), 0, 0, 0] + name + stream
    #expect(try await Self.found(zip).count == 1)
  }

  @Test(
    "What is packed within another is unpacked: gzip in gzip, an archive and a picture in archives",
    arguments: [
      "H4sIAAAAAAACA5Pv5mAAASZm7pMeoQWnPH3O6dnvWbJEZauH4k6N/TssjPVlGULs2N5IAhUBADno"
        + "0h8tAAAA",
      "UEsDBBQAAAAIAAAAIQAqV8pZWAAAAIcAAAAFAAAAYS56aXAL8GZmEWFgYOAAYkWGEDu2N9JAliQQ"
        + "swJxkl5JRQn3SY/QglOePuf07PcsWaKy1UNxp8b+HRbG+rIMAd6MTCLMuPXDQAMjA8y0AG9WNhCH"
        + "EQiNgbQdWAEAUEsBAhQDFAAAAAgAAAAhACpXyllYAAAAhwAAAAUAAAAAAAAAAAAAAIABAAAAAGEu"
        + "emlwUEsFBgAAAAABAAEAMwAAAHsAAAAAAA==",
      "UEsDBBQAAAAIAAAAIQCmP6iNPwAAADwAAAAFAAAAYS5wbmfrDPBz5+WS4mJgYNCoCokoCcksyUll"
        + "YKi4xX3SI7TglKfPOT37PUuWqGz1UNypsX+HhbG+LENjNpdL8YQjXgBQSwECFAMUAAAACAAAACEA"
        + "pj+ojT8AAAA8AAAABQAAAAAAAAAAAAAAgAEAAAAAYS5wbmdQSwUGAAAAAAEAAQAzAAAAYgAAAAAA",
    ])
  func nested(packed: String) async throws {
    let file = [UInt8](try #require(Data(base64Encoded: packed)))
    #expect(try await Self.found(file, path: "x.bin").count == 1)
  }

  @Test("A database that is no dataset is no text that an audience may see")
  func database() async throws {
    var publication = Self.publication
    publication.files["index.md"]? += "\n[Data](assets/x.sqlite)\n"
    publication.files["assets/x.sqlite"] = "Klabautermann"
    let compiler = SiteCompiler(options: SiteCompiler.Options(audience: .clear))
    let audit = try #require(try await compiler.audit(of: try publication.tree()))
    #expect(!audit.search(Array("Klabautermann".utf8), path: "assets/x.sqlite").isEmpty)
  }

  @Test(
    "The strings of a PDF are read whatever their letters are written as",
    arguments: [
      "(The Blackw\\344tter crossing plan)", "[(Klab)-20(auter)15(mann)]TJ",
      "<4B6C616261757465726D616E6E>",
      "<feff004B006C0061006200610075 007400650072006d 0061006e006e>",
      "(\\376\\377" + "Klabautermann".map { "\\000\($0)" }.joined() + ")",
      "(a \\(b\\) Klabautermann)",
    ])
  func strings(written: String) async throws {
    let found = try await Self.found(Array("%PDF-1.7\n/Title \(written)\n".utf8), path: "x.pdf")
    if written.hasPrefix("(The") {
      // A letter that is no ASCII may be of any encoding: the words beside it tell.
      #expect(!found.isEmpty)
    } else {
      #expect(found.contains { $0.contains("this row") }, "\(found)")
    }
  }

  @Test("A file of the publication's own that hosts ask for is no leak")
  func asked() async throws {
    let rules = "User-agent: Googlebot-Image\nDisallow:\n"
    var publication = Self.publication
    publication.files["robots.txt"] = rules
    publication.files["briefs/robots.md"] =
      "---\ntitle: Hush\ntlp: RED\n---\n\nUser-agent: Googlebot-Image.\n"
    let compiler = SiteCompiler(options: SiteCompiler.Options(audience: .clear))
    let audit = try #require(try await compiler.audit(of: try publication.tree()))
    #expect(audit.search(Array(rules.utf8), path: "robots.txt").isEmpty)
  }

  @Test("A finding names the file, the line and the words, at their place in the source")
  func place() async throws {
    let compiler = SiteCompiler(options: SiteCompiler.Options(audience: .clear))
    let tree = try Self.publication.tree()
    let audit = try #require(try await compiler.audit(of: tree))
    let bytes = Array("one\ntwo crossed without lights.\n".utf8)
    let found = audit.search(bytes, path: "b.txt") + audit.search(bytes, path: "a.txt")
    #expect(
      TextWriter(files: tree.files).report(audit.diagnostics(found)) == """
        Content/briefs/blackwater-plan.md:8:11: error: 'crossed without lights' of this page stands in \
        'a.txt', line 2 and in another file [text-leaked]
         8 | The ferry crossed without lights. See [@hidden] and [@shared].
           |           ^^^^^^^^^^^^^^^^^^^^^^
            = help: the site is for TLP:CLEAR, which may not see that

        """)
  }

  @Test("A file that only the withheld use is found by its path, and so is a withheld page")
  func paths() async throws {
    for path in ["assets/chart-of-shoals.svg", "briefs/blackwater-plan.html"] {
      #expect(try await !Self.found([], path: path).isEmpty, "\(path)")
    }
    #expect(try await Self.found([], path: "index.html").isEmpty)
  }

  @Test("Without an audience there is nothing to audit")
  func none() async throws {
    let compiler = SiteCompiler(options: SiteCompiler.Options())
    #expect(try await compiler.audit(of: try Self.publication.tree()) == nil)
  }
}

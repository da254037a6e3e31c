import Bytes
import Diagnostics
import Foundation
import FoundationXML
import SiteCompiler
import SiteModel
import Testing

@Suite("Pictures that programs make")
struct MadePictureTests {
  private static let chart = """
    ```chart {#fig-rain}
    title: Rain <b>
    description: It rained.
    data: {values: [{day: a, rain: 1}]}
    mark: bar
    encoding: {x: {field: day}, y: {field: rain}}
    ```

    """

  private static func publication(
    baseURL: String = "baseURL: https://x.example/a/\n"
  ) -> Publication {
    var publication = Publication([
      "site.yaml": "title: Rain & wind\n" + baseURL,
      "index.md": "---\ntitle: Front\n---\n\n![A map](assets/map.png) ![](assets/small.png)\n",
      "briefs/rain.md": "---\ntitle: Rain < snow\ndate: 2024-01-02\n---\n\n" + chart,
      "briefs/plain.md": "---\ntitle: Plain\ndate: 2024-01-02\n---\n\nText.\n",
      "about.md": "---\ntitle: About\n---\n\n" + chart,
    ])
    publication.bytes["assets/map.png"] = png(width: 2000, height: 1000)
    publication.bytes["assets/small.png"] = png(width: 800, height: 400)
    return publication
  }

  /// The beginning of a PNG of that size.
  private static func png(width: Int, height: Int) -> [UInt8] {
    func big(_ number: Int) -> [UInt8] { [0, 0, UInt8(number >> 8), UInt8(number & 0xFF)] }
    return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13] + Array("IHDR".utf8)
      + big(width) + big(height) + [8, 2, 0, 0, 0]
  }

  @Test("A brief with a figure has a card; other pages and briefs without have none")
  func cards() async throws {
    let site = try await Self.publication().compile().site
    let requests = SiteCompiler.cardRequests(of: site, from: try Self.publication().tree())
    #expect(requests.map(\.path) == ["briefs/rain/card.png"])
    let svg = String(decoding: try #require(requests.first?.svg()), as: UTF8.self)
    #expect(svg.contains("Rain &lt; snow"))
    #expect(svg.contains("Rain &amp; wind"))
    #expect(svg.contains("width=\"1200\" height=\"630\""))
    #expect(!svg.contains("var(--"))
    let parser = XMLParser(data: Data(svg.utf8))
    #expect(parser.parse())
  }

  @Test("A card is known by all that it may show, so that it need not be drawn to be found")
  func keys() async throws {
    func key(_ publication: Publication) async throws -> ContentDigest? {
      let tree = try publication.tree()
      var memory = CompileMemory()
      let inputs = RenderInputs(
        files: tree.files.map { ContentDigest(of: $0.bytes) }, settings: ContentDigest())
      let site = await SiteCompiler(options: .init())
        .compile(tree, known: inputs, remembering: &memory).value
      return SiteCompiler.cardRequests(of: site, from: tree).first?.key
    }
    let first = try #require(try await key(Self.publication()))
    var same = Self.publication()
    same.files["briefs/plain.md"]? += "\nMore text.\n"
    #expect(try await key(same) == first)
    for (path, text) in [
      ("briefs/rain.md", "\nMore text.\n"), ("site.yaml", "description: x\n"),
      ("briefs/plain.md", "\n## A heading\n"),
    ] {
      var other = Self.publication()
      other.files[path]? += text
      #expect(try await key(other) != first, "\(path)")
    }
  }

  @Test("Without an address of the site there are no cards, since none could be found")
  func noAddress() async throws {
    let site = try await Self.publication(baseURL: "").compile().site
    #expect(SiteCompiler.cardRequests(of: site, from: try Self.publication().tree()).isEmpty)
  }

  @Test("Where a card was made the page names it, for networks and in its JSON-LD")
  func named() async throws {
    var site = try await Self.publication().compile().site
    let request = try #require(
      SiteCompiler.cardRequests(of: site, from: try Self.publication().tree()).first)
    site.cards[request.page] = MadePicture(path: request.path, location: "/dev/null", width: 1200)
    let page = try await Publication.render(site)["briefs/rain.html"] ?? ""
    let address = "https://x.example/a/briefs/rain/card.png"
    #expect(page.contains("<meta property=\"og:image\" content=\"\(address)\"/>"))
    #expect(page.contains("\"image\":\"\(address)\""))
    #expect(page.contains("<meta name=\"twitter:card\" content=\"summary_large_image\"/>"))
    let plain = try await Self.publication().render()["briefs/rain.html"] ?? ""
    #expect(!plain.contains("og:image"))
  }

  @Test("A file of the author's at a card's path is a conflict, program or not")
  func conflict() async throws {
    var publication = Self.publication()
    publication.bytes["briefs/rain/card.png"] = Self.png(width: 1, height: 1)
    #expect(try await publication.report().contains("[output-conflict]"))
  }

  @Test("Copies are asked for of what is shown and larger than the column")
  func copies() async throws {
    let site = try await Self.publication().compile().site
    let requests = SiteCompiler.scalingRequests(of: site)
    #expect(requests.map(\.path) == ["assets/map.png"])
    #expect(requests.first?.copies.map(\.width) == [680, 1360])
    #expect(requests.first?.copies.map(\.path) == ["assets/map.680w.png", "assets/map.1360w.png"])
  }

  @Test("A picture names its copies, and the picture itself as the largest")
  func sources() async throws {
    var site = try await Self.publication().compile().site
    site.smallerPictures["assets/map.png"] = [
      MadePicture(path: "assets/map.680w.png", location: "/dev/null", width: 680)
    ]
    let page = try await Publication.render(site)["index.html"] ?? ""
    #expect(page.contains("srcset=\"assets/map.680w.png 680w, assets/map.png 2000w\""))
    #expect(page.components(separatedBy: "srcset").count == 2)
    let plain = try await Self.publication().render()["index.html"] ?? ""
    #expect(!plain.contains("srcset"))
  }
}

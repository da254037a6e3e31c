import Foundation
import Testing

@testable import Programs

@Suite("Printing pages")
struct PagePrinterTests {
  @Test("Dates and the ids of tags are settled, and nothing else moves")
  func settled() {
    let pdf = """
      /CreationDate (D:20261127044836+00'00')
      /ModDate (D:20261127044836+00'00') /ModDate (D:2026)
      /ID (node00000726) /ID (node00000725) /Names [(node00000725) 1 0 R (node00000726) 2 0 R]
      (node1) (nodeabcdefgh)
      """
    let settled = PDFBytes.settled(Array(pdf.utf8), day: "20240102")
    #expect(settled.count == pdf.utf8.count)
    #expect(
      String(decoding: settled, as: UTF8.self) == """
        /CreationDate (D:20240102000000+00'00')
        /ModDate (D:20240102000000+00'00') /ModDate (D:2026)
        /ID (node00000001) /ID (node00000000) /Names [(node00000000) 1 0 R (node00000001) 2 0 R]
        (node1) (nodeabcdefgh)
        """)
    #expect(PDFBytes.settled([], day: "20240102") == [])
    #expect(PDFBytes.settled(Array("(node0000".utf8), day: "2024").count == 9)
  }

  private func print(_ pages: [String: String], workers: Int) async throws -> [Int: String] {
    let printer = try #require(PagePrinter(), "the tests need Chromium")
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("printing \(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    var requests: [PagePrinter.Page] = []
    for (name, html) in pages.sorted(by: { $0.key < $1.key }) {
      let file = folder.appendingPathComponent(name)
      try Data(html.utf8).write(to: file)
      requests.append(
        PagePrinter.Page(file: file.path, address: "https://x.example/a/\(name)", day: "20240102"))
    }
    var outcomes: [Int: String] = [:]
    for await (index, outcome) in printer.print(requests, workers: workers) {
      switch outcome {
      case .pdf(let bytes): outcomes[index] = String(decoding: bytes, as: UTF8.self)
      case .failed(let reason): outcomes[index] = reason
      }
    }
    return outcomes
  }

  @Test("Links lead where they lead on the web, and those within the page stay")
  func links() async throws {
    let html = """
      <!DOCTYPE html><html lang="en"><title>Rain</title><h1 id="top">Rain</h1>
      <p><a href="../b/c%20d.html?x=1#y">out</a> <a href="#top">up</a>
      <a href="page%20one.html#top">up too</a> <a href="https://else.example/">else</a></p>
      """
    let printed = try await print(["page one.html": html], workers: 1)
    let pdf = try #require(printed[0])
    #expect(pdf.hasPrefix("%PDF-"), "\(pdf.prefix(200))")
    #expect(pdf.contains("(https://x.example/b/c%20d.html?x=1#y)"))
    #expect(pdf.contains("(https://else.example/)"))
    #expect(!pdf.contains("file://"))
    #expect(pdf.contains("/CreationDate (D:20240102000000"))
    #expect(pdf.contains("/Lang (en)"))
  }

  @Test("A page that is not there fails by itself; the others are printed, the same each time")
  func missing() async throws {
    let printer = try #require(PagePrinter())
    let nowhere = PagePrinter.Page(file: "/nowhere/x.html", address: nil, day: "20240102")
    for await (_, outcome) in printer.print([nowhere], workers: 1) {
      guard case .failed(let reason) = outcome else {
        Issue.record("something was printed")
        continue
      }
      #expect(reason.contains("ERR_FILE_NOT_FOUND"), "\(reason)")
    }
    let pages = Dictionary(
      uniqueKeysWithValues: (0..<5).map { number in
        ("\(number).html", "<!DOCTYPE html><title>\(number)</title><h1>\(number)</h1><li>a")
      })
    let one = try await print(pages, workers: 1)
    let three = try await print(pages, workers: 3)
    #expect(one.count == 5)
    #expect(one == three)
  }
}

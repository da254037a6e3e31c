import Foundation
import Markup
import Testing
import Values

@testable import Charts

@Suite("Colours of pictures that leave the site")
struct LightColorsTests {
  static let sheet: String? = try? String(
    contentsOf: GoldenCharts.folder.appendingPathComponent("../../../Templates/assets/dossier.css"),
    encoding: .utf8)

  @Test("They are the default theme's, in its light dress", .enabled(if: sheet != nil))
  func same() throws {
    let sheet = try #require(LightColorsTests.sheet)
    for (name, color) in LightColors.properties {
      let dark = "--\(name): light-dark(\(color),"
      #expect(sheet.contains(dark) || sheet.contains("--\(name): \(color);"), "\(name)")
    }
  }

  @Test("They are read from a sheet as it gives them, in its light dress, or stay the theme's")
  func read() throws {
    let sheet = """
      :root { --c1: light-dark(#ff00ff, #00ff00); --c2:teal; --c3: var(--c1); --c4: light-dark(
        rgb(1, 2, 3), red); --ink : red }
      """
    let colors = LightColors(sheet: Array(sheet.utf8))
    #expect(colors.value("c1") == "#ff00ff")
    #expect(colors.value("c2") == "teal")
    for name in ["c3", "c4", "c5", "ink"] {
      #expect(colors.value(name) == LightColors.house.value(name), "\(name)")
    }
    let text = try GoldenCharts.input("estimate-strength").bound()
      .drawStandalone(width: 680, language: .english, colors: colors).text
    #expect(text.contains(".c1.fill{fill:#ff00ff}"))
  }

  @Test("A file by itself needs nothing from the page")
  func standalone() throws {
    let text = try GoldenCharts.input("estimate-strength").bound()
      .drawStandalone(width: 680, language: .english, title: "A & B").text
    #expect(text.hasPrefix("<svg xmlns=\"http://www.w3.org/2000/svg\""))
    #expect(text.contains(">A &amp; B</text>"))
    #expect(!text.contains("var(") && !text.contains("href"))
    for style in ["c1", "c2", "c3", "c4", "c5"] {
      #expect(text.contains(".\(style).fill{fill:#"))
    }
  }

  @Test("The colour of every shape comes from a class, never from the shape")
  func classes() throws {
    for name in GoldenCharts.names {
      let text = try GoldenCharts.input(name).bound()
        .draw(width: 680, language: .english, idPrefix: "p").text
      // The masks of open ends are white and see-through; they show no colour of their own.
      let shapes = text.replacing("stop-color=\"#fff\"", with: "")
      #expect(!shapes.contains("=\"#") && !shapes.contains("style="), "\(name)")
    }
  }
}

import Foundation
import Testing

@testable import Charts

@Suite("Colours")
struct ColorTests {
  @Test(
    "Every form of CSS is read",
    arguments: [
      ("steelblue", "#4682b4"), ("#abc", "#aabbcc"), ("#4C78A8", "#4c78a8"),
      ("rgb(255, 0, 10)", "#ff000a"), ("rgb(100% 0% 0%)", "#ff0000"),
      ("hsl(120, 100%, 25%)", "#008000"), ("hsla(0, 100%, 50%, 0.5)", "#ff000080"),
      ("RebeccaPurple", "#663399"), ("#11223344", "#11223344"),
    ])
  func forms(text: String, hex: String) {
    #expect(Color(css: text)?.hex == hex)
  }

  @Test(
    "What is no colour is none",
    arguments: [
      "", "#", "#12", "#ggg", "rgb(", "rgb(1,2)", "rgb(a,b,c)", "blurple", "hsl()", "url(x)",
    ])
  func noColors(text: String) {
    #expect(Color(css: text) == nil)
  }

  @Test("Contrast and lightness are those of the standards")
  func measures() throws {
    let white = try #require(Color(css: "white"))
    let black = try #require(Color(css: "black"))
    #expect(abs(white.contrast(with: black) - 21) < 1e-9)
    #expect(abs(white.oklab.lightness - 1) < 1e-4)
    #expect(abs(white.oklab.a) < 1e-3 && abs(white.oklab.b) < 1e-3)
    // #767676 is the palest grey that is readable on white.
    let grey = try #require(Color(css: "#767676"))
    #expect(abs(grey.contrast(with: white) - 4.54) < 0.01)
  }

  @Test("Colours are mixed as d3 mixes them")
  func mixing() throws {
    let steel = try #require(Color(css: "steelblue"))
    let brown = try #require(Color(css: "brown"))
    // d3-interpolate's own documentation and tests give these.
    #expect(ColorInterpolation.rgb.mix([steel, brown], at: 0.5).hex == "#76566f")
    let red = try #require(Color(css: "#f00"))
    #expect(ColorInterpolation.lab.mix([steel, red], at: 0.2).hex == "#867892")
  }

  @Test("Every scheme of Vega's has its colours", arguments: ColorScheme.names)
  func schemes(name: String) throws {
    let scheme = try #require(ColorScheme(named: name.uppercased()))
    let colors = scheme.colors(count: 7)
    #expect(colors.count == (scheme.isCategorical ? colors.count : 7) && colors.count >= 7)
    #expect(scheme.color(at: -1) == scheme.color(at: 0))
    #expect(scheme.color(at: 2) == scheme.color(at: 1))
  }

  @Test("A number behind a scheme takes so many of its colours")
  func counts() throws {
    let five = try #require(ColorScheme(named: "blues-5"))
    #expect(five.color(at: 0) == ColorScheme(named: "blues")?.color(at: 0))
    #expect(ColorScheme(named: "bluess") == nil)
  }
}

/// The colours of the theme, read from the sheet that the site ships.
@Suite("The palette", .enabled(if: LightColorsTests.sheet != nil, "no sheet here"))
struct PaletteTests {
  /// The two values of a custom property: in the light, in the dark.
  private func values(_ name: String) throws -> [Color] {
    let sheet = try #require(LightColorsTests.sheet)
    let pattern = try Regex("--\(name): light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\)")
    let match = try #require(try pattern.firstMatch(in: sheet), "\(name)")
    return try (1...2).map { index in
      try #require(match[index].substring.flatMap { Color(css: String($0)) })
    }
  }

  @Test("Six colours stand out from the ground by 3:1 in both themes", arguments: 1...6)
  func contrast(index: Int) throws {
    for (color, paper) in zip(try values("c\(index)"), try values("paper")) {
      #expect(color.contrast(with: paper) >= 3, "\(color.hex)")
    }
  }

  @Test(
    "Any two are told apart by every kind of sight: 0.13 of OKLab, in both themes",
    arguments: Color.Sight.allCases, [0, 1])
  func distances(sight: Color.Sight, theme: Int) throws {
    let colors = try (1...6).map { try values("c\($0)")[theme].seen(by: sight) }
    var least = Double.infinity
    for first in colors.indices {
      for second in colors.indices where second > first {
        least = min(least, colors[first].distance(to: colors[second]))
      }
    }
    #expect(least >= 0.13, "\(least)")
  }

  @Test("The steps of the ramps are even in lightness, in both themes", arguments: [0, 1])
  func ramps(theme: Int) throws {
    let low = try values("seq-low")[theme]
    let high = try values("seq-high")[theme]
    let steps = (0...20).map {
      low.mixedInOKLab(with: high, Double($0) / 20).oklab.lightness
    }
    let distances = zip(steps, steps.dropFirst()).map { $1 - $0 }
    let even = (steps[20] - steps[0]) / 20
    #expect(abs(even) > 0.02)
    #expect(distances.allSatisfy { abs($0 - even) < abs(even) * 0.05 })
    // A middle that differs from both ends by as much of lightness on either side.
    let ends = try ["div-low", "div-mid", "div-high"].map { try values($0)[theme].oklab.lightness }
    #expect(abs(abs(ends[0] - ends[1]) - abs(ends[2] - ends[1])) < 0.08)
  }

  @Test("The files by themselves have the steps that the sheet mixes")
  func standalone() throws {
    let low = try values("seq-low")[0]
    #expect(LightColors.house.sequential(0) == low.hex)
    #expect(LightColors.house.sequential(20) == (try values("seq-high")[0]).hex)
    #expect(LightColors.house.diverging(10) == (try values("div-mid")[0]).hex)
  }
}

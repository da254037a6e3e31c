import Markup

/// The masks by which soft ends fade out: they know no colour, so that the theme decides it.
struct FadeMasks: Sendable {
  /// The id of the mask that fades towards the beginning.
  let start: String
  /// The id of the mask that fades towards the end.
  let end: String
  private let prefix: String
  private let isVertical: Bool

  /// Masks whose ids begin with `prefix`, for time running to the right or down.
  init(prefix: String, isVertical: Bool) {
    self.prefix = prefix
    self.isVertical = isVertical
    start = "\(prefix)-fade-start"
    end = "\(prefix)-fade-end"
  }

  /// Whether any of `marks` is drawn with them.
  static func areNeeded(for marks: [PlacedMark]) -> Bool {
    marks.contains { mark in
      [mark.start, mark.end].contains { $0 == .about || $0 == .unknown }
    }
  }

  /// Writes the definitions.
  func define(on canvas: inout Canvas) {
    canvas.write { writer in
      writer.element("defs") { writer in
        define(start, from: 0, to: 1, &writer)
        define(end, from: 1, to: 0, &writer)
      }
      writer.newline()
    }
  }

  private func define(_ id: String, from: Double, to: Double, _ writer: inout MarkupWriter) {
    writer.element(
      "linearGradient",
      [
        "id": .text("\(id)-ramp"), "x1": 0, "y1": 0, "x2": isVertical ? 0 : 1,
        "y2": isVertical ? 1 : 0,
      ]
    ) { writer in
      writer.empty(
        "stop", ["offset": 0, "stop-color": "#fff", "stop-opacity": .number(from)])
      writer.empty("stop", ["offset": 1, "stop-color": "#fff", "stop-opacity": .number(to)])
    }
    writer.element("mask", ["id": .text(id), "maskContentUnits": "objectBoundingBox"]) { writer in
      writer.empty("rect", ["width": 1, "height": 1, "fill": .text("url(#\(id)-ramp)")])
    }
  }
}

import Markup

/// The masks through which the sides of soft dates fade out; they hold no colour of the theme.
enum SoftMask {
  /// The id of the mask for sides that fade, or nil where none does.
  static func name(
    _ softness: EstimateShape.Softness, _ orientation: Orientation, _ idPrefix: String
  ) -> String? {
    let sides: String
    switch (softness.low, softness.high) {
    case (false, false): return nil
    case (true, false): sides = "low"
    case (false, true): sides = "high"
    case (true, true): sides = "both"
    }
    return "\(idPrefix)-soft-\(orientation.rawValue)-\(sides)"
  }

  /// Writes the mask for sides that fade.
  static func define(
    _ softness: EstimateShape.Softness, _ orientation: Orientation, on canvas: inout Canvas,
    _ idPrefix: String
  ) {
    guard let id = name(softness, orientation, idPrefix) else { return }
    let isVertical = orientation == .vertical
    canvas.write { writer in
      writer.open(
        "linearGradient",
        [
          "id": .text(id + "-ramp"), "x1": 0, "y1": 0, "x2": isVertical ? 1 : 0,
          "y2": isVertical ? 0 : 1,
        ])
      if softness.low {
        writer.empty("stop", ["offset": 0, "stop-color": "#fff", "stop-opacity": 0.05])
      }
      // Sides that are sharp are full to the edge.
      writer.empty("stop", ["offset": softness.low ? 0.3 : 0, "stop-color": "#fff"])
      writer.empty("stop", ["offset": softness.high ? 0.7 : 1, "stop-color": "#fff"])
      if softness.high {
        writer.empty("stop", ["offset": 1, "stop-color": "#fff", "stop-opacity": 0.05])
      }
      writer.close("linearGradient")
      writer.open("mask", ["id": .text(id), "maskContentUnits": "objectBoundingBox"])
      writer.empty("rect", ["width": 1, "height": 1, "fill": .text("url(#\(id)-ramp)")])
      writer.close("mask")
    }
  }
}

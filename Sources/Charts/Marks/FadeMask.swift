import Markup

/// The masks through which open ends fade out; they hold no colour of the theme.
enum FadeMask {
  /// The id of the mask that fades towards one end of an axis.
  static func name(towards axis: Orientation, isUpper: Bool, _ idPrefix: String) -> String {
    "\(idPrefix)-fade-\(direction(axis, isUpper))"
  }

  private static func direction(_ axis: Orientation, _ isUpper: Bool) -> String {
    switch (axis, isUpper) {
    case (.vertical, true): "up"
    case (.vertical, false): "down"
    case (.horizontal, true): "right"
    case (.horizontal, false): "left"
    }
  }

  /// Writes the masks of an axis that runs as usual.
  static func define(_ axis: Orientation, on canvas: inout Canvas, _ idPrefix: String) {
    for isUpper in [false, true] {
      let id = name(towards: axis, isUpper: isUpper, idPrefix)
      // From where the fill is full (1) to where it is gone (0), in parts of the shape's box.
      let isVertical = axis == .vertical
      let isForward = isVertical != isUpper
      canvas.write { writer in
        writer.open(
          "linearGradient",
          [
            "id": .text(id + "-ramp"), "x1": isVertical || isForward ? 0 : 1,
            "y1": isVertical && !isForward ? 1 : 0, "x2": !isVertical && isForward ? 1 : 0,
            "y2": isVertical && isForward ? 1 : 0,
          ])
        writer.empty("stop", ["offset": 0, "stop-color": "#fff"])
        writer.empty("stop", ["offset": 1, "stop-color": "#fff", "stop-opacity": 0.05])
        writer.close("linearGradient")
        writer.open("mask", ["id": .text(id), "maskContentUnits": "objectBoundingBox"])
        writer.empty("rect", ["width": 1, "height": 1, "fill": .text("url(#\(id)-ramp)")])
        writer.close("mask")
      }
    }
  }
}

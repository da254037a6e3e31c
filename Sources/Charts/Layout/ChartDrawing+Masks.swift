import Markup
import Values

extension ChartDrawing {
  /// Writes the masks of open and soft ends of estimates, each once.
  mutating func define(_ units: [UnitModel]) {
    var open: Set<Orientation> = []
    var soft: [(Orientation, EstimateShape.Softness)] = []
    for unit in units where unit.mark.kind == .estimate {
      let frame = frame(unit, Box(minX: 0, minY: 0, maxX: 1, maxY: 1))
      for item in 0..<unit.count {
        guard let estimate = EstimateMark.estimate(unit, item) else { continue }
        if estimate.low == nil || estimate.high == nil { open.insert(unit.orientation) }
        let softness = EstimateMark.softness(frame, item)
        guard softness != EstimateShape.Softness(),
          !soft.contains(where: { $0 == (unit.orientation, softness) })
        else { continue }
        soft.append((unit.orientation, softness))
      }
    }
    guard !open.isEmpty || !soft.isEmpty else { return }
    canvas.write { $0.open("defs") }
    for axis in Orientation.allCases where open.contains(axis) {
      FadeMask.define(axis, on: &canvas, idPrefix)
    }
    for (axis, softness) in soft { SoftMask.define(softness, axis, on: &canvas, idPrefix) }
    canvas.write { writer in
      writer.close("defs")
      writer.newline()
    }
  }
}

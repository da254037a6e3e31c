import Datasets
import Diagnostics
import Documents

/// Texts: words at a place.
struct TextMark: Mark {
  /// One text.
  private struct Piece: Sendable {
    let text: String
    let candidate: LabelPlacer.Candidate
  }

  let layer: BoundLayer
  private let pieces: [Piece]

  var obstacles: [Box] { [] }

  static func validate(_ layer: BoundLayer) -> [Diagnostic] {
    layer[.text] == nil ? [MarkFault.missing(.text, layer)] : []
  }

  static func measure(_ layer: BoundLayer, _ plot: Plot) -> TextMark {
    guard let channel = layer[.text] else { return TextMark(layer: layer, pieces: []) }
    let anchor: Canvas.Anchor =
      switch layer.mark.align {
      case .left: .start
      case .center: .middle
      case .right: .end
      }
    let isConstant = [Channel.x, .y].allSatisfy { layer[$0]?.path == nil } && channel.path == nil
    let count = isConstant ? min(layer.count, 1) : layer.count
    let pieces = (0..<count).compactMap { item -> Piece? in
      guard let x = PointMark.place(.x, layer, item, plot),
        let y = PointMark.place(.y, layer, item, plot)
      else { return nil }
      let value = words(of: channel, item)
      guard value != .missing else { return nil }
      let text = ValueText.statement(value, channel.type, channel.definition.format, plot.words)
      return Piece(
        text: TextMetrics.ellipsis(text, toFit: plot.box.width / 2, size: Canvas.fontSize),
        candidate: LabelPlacer.Candidate(
          x: x + layer.mark.dx, y: y + layer.mark.dy + 4, anchor: anchor))
    }
    return TextMark(layer: layer, pieces: pieces)
  }

  /// Words that stand in the specification itself are read as they are.
  private static func words(of channel: BoundChannel, _ item: Int) -> Value {
    if channel.path == nil, channel.aggregate == nil {
      let node = channel.definition.value ?? channel.definition.datum
      return node?.text.map(Value.text) ?? .missing
    }
    return channel.values[item]
  }

  func draw(on canvas: inout Canvas, _ plot: Plot, labels: inout LabelPlacer) {
    for piece in pieces {
      // Where the author put it, some other text may be: what does not fit is left out.
      guard let place = labels.place(piece.text, at: [piece.candidate]) else { continue }
      canvas.text(piece.text, place.x, place.y, "mark-label", anchor: place.anchor)
    }
  }
}

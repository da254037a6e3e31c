import Values

/// The words beside an estimate: what its source says, as hedged as it says it.
enum EstimateLabel {
  /// The words to be set, best first; the shorter ones are for where there is no room.
  static func texts(of estimate: Estimate, _ words: ChartWords) -> [String] {
    let digits = estimate.digits(in: words.language)
    // A range is shorter in digits and no less plain.
    if estimate.low != nil, estimate.high != nil, !estimate.isSingleFigure,
      !estimate.isApproximate
    {
      return [digits]
    }
    return [estimate.words(in: words.language), digits]
  }

  /// The places for the words of a shape, best first: at the bound that they name.
  static func candidates(for shape: EstimateShape) -> [LabelPlacer.Candidate] {
    shape.orientation == .vertical ? upright(shape) : lying(shape)
  }

  private static func upright(_ shape: EstimateShape) -> [LabelPlacer.Candidate] {
    let box = shape.boxes.dropFirst().reduce(shape.boxes[0]) { whole, part in
      Box(
        minX: min(whole.minX, part.minX), minY: min(whole.minY, part.minY),
        maxX: max(whole.maxX, part.maxX), maxY: max(whole.maxY, part.maxY))
    }
    // The ring of an excluded bound reaches beyond it.
    let ring = EstimateShape.pointRadius - 1
    let over = shape.highEnd == .exclusive ? ring : 0
    let under = shape.lowEnd == .exclusive ? ring : 0
    func row(_ y: Double) -> [LabelPlacer.Candidate] {
      [
        LabelPlacer.Candidate(
          x: shape.estimate.isSingleFigure ? shape.spine : box.midX, y: y, anchor: .middle),
        LabelPlacer.Candidate(x: box.minX, y: y, anchor: .start),
        LabelPlacer.Candidate(x: box.maxX, y: y, anchor: .end),
      ]
    }
    let above = row(box.minY - 5 - over)
    let below = row(box.maxY + 14 + under)
    let top = sides(box, at: box.minY + 4)
    let bottom = sides(box, at: box.maxY + 4)
    let middle = sides(box, at: box.midY + 4)
    // Where the upper end is open, the words belong to the lower bound.
    return shape.highEnd == .open ? below + bottom + middle : above + top + middle + below
  }

  private static func lying(_ shape: EstimateShape) -> [LabelPlacer.Candidate] {
    let boxes = shape.boxes
    var box = boxes[boxes.count - 1]
    // The ring of an excluded bound reaches beyond it.
    if shape.lowEnd == .exclusive { box.minX -= EstimateShape.pointRadius }
    if shape.highEnd == .exclusive { box.maxX += EstimateShape.pointRadius }
    let end = sides(box, at: box.midY + 4)
    let above = LabelPlacer.Candidate(x: box.minX, y: box.minY - 5, anchor: .start)
    let below = LabelPlacer.Candidate(x: box.minX, y: box.maxY + 14, anchor: .start)
    return shape.highEnd == .open ? [end[1], above, below] : end + [above, below]
  }

  private static func sides(_ box: Box, at y: Double) -> [LabelPlacer.Candidate] {
    [
      LabelPlacer.Candidate(x: box.maxX + 5, y: y, anchor: .start),
      LabelPlacer.Candidate(x: box.minX - 5, y: y, anchor: .end),
    ]
  }
}

/// Finds room for labels: each is set where nothing else is, or not at all.
struct LabelPlacer {
  /// The box that labels stay within.
  let bounds: Box
  /// What is taken already.
  private(set) var taken: [Box]

  /// A placer within `bounds` that keeps clear of `obstacles`.
  init(within bounds: Box, obstacles: [Box] = []) {
    self.bounds = bounds
    self.taken = obstacles
  }

  /// Whether nothing is in `box`, `margin` px about it.
  func isFree(_ box: Box, margin: Double = 2) -> Bool {
    guard bounds.contains(box) else { return false }
    let wanted = box.expanded(by: margin)
    return !taken.contains { $0.overlaps(wanted) }
  }

  /// Takes a box, so that nothing else is set there.
  mutating func take(_ box: Box) { taken.append(box) }

  /// A place for a label: the point that its text stands at, and which part of it stands there.
  struct Candidate: Hashable, Sendable {
    let x: Double
    let y: Double
    let anchor: Canvas.Anchor

    /// The box that `text` takes there.
    func box(of text: String) -> Box { Canvas.box(of: text, x, y, anchor) }
  }

  /// The first candidate with room for `text`, which is then taken; nil where none has.
  mutating func place(_ text: String, at candidates: [Candidate]) -> Candidate? {
    for candidate in candidates {
      let box = candidate.box(of: text)
      guard isFree(box) else { continue }
      take(box)
      return candidate
    }
    return nil
  }
}

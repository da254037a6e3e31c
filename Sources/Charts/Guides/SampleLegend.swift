/// A legend of small samples with words, set like running text.
///
/// `Sample` is what a picture draws before the words.
struct SampleLegend<Sample: Sendable>: Sendable {
  /// A sample and its words in their place.
  struct Entry: Sendable {
    let sample: Sample
    /// The sample's left edge.
    var x: Double
    /// The middle of the sample's height.
    var middle: Double
    let label: PlacedLabel
  }

  /// What the entries have in common, where that needs a word.
  var title: PlacedLabel?
  /// The entries.
  var entries: [Entry]
  /// The room that it takes.
  var height: Double

  /// All its text.
  var labels: [PlacedLabel] { (title.map { [$0] } ?? []) + entries.map(\.label) }

  /// The width of a sample.
  static var sampleWidth: Double { 22 }
  /// The height of a line of entries.
  static var lineHeight: Double { 20 }

  /// Sets `samples` from the left edge, in as many lines as it takes.
  init(
    title: String, samples: [(Sample, String)], left: Double, top: Double, width: Double
  ) {
    entries = []
    var x = left
    var y = top
    let right = left + width
    if !title.isEmpty {
      let text = LabelText(title)
      let lines = text.lines(within: width)
      let label = PlacedLabel(
        lines: lines, style: "legend-title", x: x, top: y + 2.5, anchor: .start,
        width: text.width(of: lines))
      self.title = label
      if lines.count > 1 {
        y += label.height + 5
      } else {
        x += label.width + 14
      }
    }
    var bottom = y
    for (sample, words) in samples {
      let text = LabelText(words)
      let indent = Self.sampleWidth + 6
      if x > left, x + indent + text.width > right {
        x = left
        y = bottom
      }
      let lines = text.lines(within: right - x - indent)
      let label = PlacedLabel(
        lines: lines, style: "legend-label", x: x + indent, top: y + 2.5, anchor: .start,
        width: text.width(of: lines))
      entries.append(Entry(sample: sample, x: x, middle: y + Self.lineHeight / 2, label: label))
      x += indent + label.width + 16
      bottom = max(bottom, y + label.height + 5)
    }
    height = bottom - top
    if title.isEmpty == false, samples.isEmpty { height = bottom - top + Self.lineHeight }
  }

  /// Moves it down by `distance`.
  mutating func move(down distance: Double) {
    title?.top += distance
    for index in entries.indices {
      let entry = entries[index]
      var label = entry.label
      label.top += distance
      entries[index] = Entry(
        sample: entry.sample, x: entry.x, middle: entry.middle + distance, label: label)
    }
  }
}

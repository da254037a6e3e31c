import Datasets
import Values

/// Saying in words what a chart shows, where its author did not.
extension BoundChart {
  /// Up to so many items are said one by one.
  private static let listLimit = 24

  /// A name for the chart: what it measures, by what.
  func generatedTitle(in language: Language) -> String {
    let words = ChartWords(language)
    guard let layer = layers.first else { return "" }
    let value = layer[layer.valueChannel]?.name(in: words)
    let dimension = layer[layer.dimensionChannel]?.name(in: words)
    return [value, dimension].compactMap { $0 }.joined(separator: " · ")
  }

  /// The items one by one where they are few; or else how many there are and how far they reach.
  func generatedDescription(in language: Language) -> String {
    let words = ChartWords(language)
    var sentences: [String] = []
    for layer in layers {
      guard layer.mark.kind != .text,
        layer[layer.valueChannel]?.path != nil
          || layer[layer.valueChannel]?.aggregate != nil
      else { continue }
      let sentence = BoundChart.sentence(layer, words)
      // A line and its points say the same.
      if !sentence.isEmpty, !sentences.contains(sentence) { sentences.append(sentence) }
    }
    return sentences.isEmpty ? words.noData : sentences.joined(separator: " ")
  }

  private static func sentence(_ layer: BoundLayer, _ words: ChartWords) -> String {
    guard let channel = layer[layer.valueChannel], layer.count > 0 else { return "" }
    let title = channel.name(in: words) ?? ""
    let items = (0..<layer.count).filter { channel.values[$0] != .missing }
    guard !items.isEmpty else { return "" }
    if items.count <= listLimit {
      return "\(title): \(items.map { item(layer, $0, words) }.joined(separator: "; "))."
    }
    let numbers = items.compactMap { ValueReading.plainNumber(channel.values[$0]) }
    guard let least = numbers.min(), let most = numbers.max() else { return "" }
    let ends = [least, most].map {
      NumberText.text($0, channel.definition.axis.format ?? .automatic, words)
    }
    return "\(title): \(words.values(items.count, from: ends[0], to: ends[1]))."
  }

  /// One item: its place, its series, its value.
  private static func item(_ layer: BoundLayer, _ index: Int, _ words: ChartWords) -> String {
    var names: [String] = []
    for channel in [layer.dimensionChannel, .color] {
      guard let bound = layer[channel], bound.path != nil, bound.values[index] != .missing else {
        continue
      }
      let name = ValueText.statement(bound.values[index], bound.type, nil, words)
      if !names.contains(name) { names.append(name) }
    }
    var ends = [layer.valueChannel, layer.secondValueChannel].compactMap { layer[$0] }.map {
      ValueText.statement($0.values[index], $0.type, $0.definition.axis.format, words)
    }
    ends = ends.filter { !$0.isEmpty }
    let value = ends.joined(separator: "–")
    return names.isEmpty ? value : "\(names.joined(separator: ", ")) \(value)"
  }
}

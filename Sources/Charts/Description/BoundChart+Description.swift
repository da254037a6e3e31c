import Values

/// Saying in words what a chart shows, where its author did not.
extension BoundChart {
  /// Up to so many items are said one by one.
  private static let listLimit = 24

  /// A name for the chart: what it measures, by what.
  func generatedTitle(in language: Language) -> String {
    let words = ChartWords(language)
    guard let unit = view.units.first else { return "" }
    let config = specification.config
    func name(_ channel: Channel) -> String? {
      unit[channel].flatMap { $0.isField ? $0 : nil }.flatMap {
        FieldTitle.title(of: $0, config, words)?.joined(separator: " ")
      }
    }
    let channels: [Channel] =
      unit.mark.kind == .arc ? [.theta, .color] : [unit.valueChannel, unit.dimensionChannel]
    return channels.compactMap(name).joined(separator: " · ")
  }

  /// The items one by one where they are few; or else how many there are and how far they reach.
  func generatedDescription(in language: Language) -> String {
    let words = ChartWords(language)
    var sentences: [String] = []
    for unit in view.units where unit.mark.kind != .text {
      let sentence = ItemSentences(unit: unit, config: specification.config, words: words).sentence
      // A line and its points say the same.
      if !sentence.isEmpty, !sentences.contains(sentence) { sentences.append(sentence) }
    }
    return sentences.isEmpty ? words.noData : sentences.joined(separator: " ")
  }

  /// The sentence about the items of one unit.
  private struct ItemSentences {
    let unit: UnitModel
    let config: ChartConfig
    let words: ChartWords

    private var value: BoundChannel? {
      unit.mark.kind == .arc ? unit[.theta] : unit[unit.valueChannel]
    }

    var sentence: String {
      guard let channel = value, channel.isField, unit.count > 0 else { return "" }
      let title = FieldTitle.title(of: channel, config, words)?.joined(separator: " ") ?? ""
      let items = (0..<unit.count).filter { !channel.value($0).isNull }
      guard !items.isEmpty else { return "" }
      if items.count <= listLimit {
        return "\(title): \(items.map(item).joined(separator: "; "))."
      }
      let numbers = items.compactMap { channel.value($0).measure }
      guard let least = numbers.min(), let most = numbers.max() else { return "" }
      let ends = [least, most].map {
        statement(channel.type == .temporal ? .time($0) : .number($0), channel)
      }
      return "\(title): \(words.values(items.count, from: ends[0], to: ends[1]))."
    }

    /// One item: its place, its series, its value.
    private func item(_ index: Int) -> String {
      var names: [String] = []
      let channels: [Channel] = [unit.dimensionChannel, .color, .fill]
      for channel in channels {
        guard let bound = unit[channel], bound.isField, !bound.value(index).isNull,
          bound.channel != value?.channel
        else { continue }
        let name = statement(bound.value(index), bound)
        if !names.contains(name) { names.append(name) }
      }
      let second = unit.valueChannel.secondary.flatMap { unit[$0] }
      let ends = [value, second].compactMap { $0 }.map { statement($0.value(index), $0) }
      let text = ends.filter { !$0.isEmpty }.joined(separator: "–")
      return names.isEmpty ? text : "\(names.joined(separator: ", ")) \(text)"
    }

    private func statement(_ value: Datum, _ channel: BoundChannel) -> String {
      TooltipText.statement(value, channel, config, words)
    }
  }
}

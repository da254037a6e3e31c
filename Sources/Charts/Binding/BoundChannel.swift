import Datasets
import Values

/// A channel whose field was found and whose values were read: one for each item of its layer.
struct BoundChannel: Sendable {
  /// What the author wrote.
  let definition: ChannelDefinition
  /// How the values are to be understood.
  let type: FieldType
  /// The column, or nil for a count and for a constant.
  let field: Field?
  /// Its place in the dataset.
  let path: FieldPath?
  /// One for each item; numbers are finite, and times are dates whatever the column held.
  var values: [Value]

  /// The channel.
  var channel: Channel { definition.channel }
  /// The operation, where the field is aggregated.
  var aggregate: AggregateOperation? { definition.aggregate?.value }

  /// Whether its values are whole by their nature.
  var countsWholes: Bool {
    switch aggregate {
    case .count, .distinct: true
    case .mean, .average, .median: false
    case nil, .sum, .min, .max: field?.kind == .integer && definition.stack != .normalize
    }
  }

  /// What it is called where the author gave no title: the field, and what was done to it.
  func name(in words: ChartWords) -> String? {
    if case .text(let text) = definition.title { return text }
    if aggregate == .count { return words.count }
    guard let field else { return nil }
    let label = path?.part.map { "\(field.label) (\(words.part($0)))" } ?? field.label
    return aggregate.map { words.aggregate($0, of: label) } ?? label
  }

  /// The title of an axis or legend; nil where there is to be none.
  func title(_ setting: TitleSetting, in words: ChartWords) -> String? {
    switch (setting, definition.title) {
    case (.text(let text), _): text
    case (.none, _), (.automatic, .none): nil
    case (.automatic, .text(let text)): text
    case (.automatic, .automatic): name(in: words)
    }
  }
}

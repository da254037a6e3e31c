import Datasets
import Diagnostics
import Documents

/// Where a layer's data comes from.
enum DataReference: Sendable {
  /// A dataset of the site, by name.
  case named(Spanned<String>)
  /// Rows that stand in the block itself.
  case inline(Dataset)
  /// Something that could not be read, which was reported where it stands.
  case unreadable

  /// Reads `data: NAME`, `data: {name: NAME}` or `data: {values: […]}`.
  static func read(_ node: Node) -> Outcome<DataReference?> {
    if let name = node.text { return Outcome(.named(Spanned(name, at: node.span))) }
    var reader = PropertyReader(node, of: "the data of a chart")
    if let values = reader.node("values") {
      let name = reader.text("name")?.value ?? "values"
      let dataset = Dataset.inline(values, name: name).take(into: &reader)
      return Outcome(dataset.map(DataReference.inline), reader.finish())
    }
    let name = reader.text("name")
    if name == nil, let entries = node.entries, !entries.contains(where: { $0.key == "url" }) {
      reader.report(
        .keyMissing, "the data of a chart has neither a name nor values", at: node.span,
        help: "write the name of a dataset")
    }
    return Outcome(name.map(DataReference.named), reader.finish())
  }
}

/// One layer of a chart: a mark, what decides it, and its data.
struct LayerSpecification: Sendable {
  /// What it is drawn with.
  let mark: MarkSpecification
  /// The channels.
  let encoding: Encoding
  /// Its data; nil where there is none, which is reported for the chart as a whole.
  let data: DataReference?
  /// What is done to the data before, in order.
  let transforms: [TransformSpecification]
}

/// The channels of a layer.
struct Encoding: Sendable {
  /// Those that hold one definition.
  var channels: [Channel: ChannelDefinition] = [:]
  /// What is said when a mark is pointed at; nil says what the other channels show.
  var tooltips: [ChannelDefinition]?
  /// What parts lines beyond their colour.
  var details: [ChannelDefinition] = []

  subscript(channel: Channel) -> ChannelDefinition? { channels[channel] }
}

extension Encoding {
  /// Reads `encoding: {…}` upon what the view around it says.
  static func read(_ node: Node, over inherited: Encoding) -> Outcome<Encoding> {
    var encoding = inherited
    var reader = PropertyReader(node, of: "an encoding")
    for channel in Channel.allCases {
      guard let entry = reader.entry(channel.rawValue) else { continue }
      let isList = channel == .tooltip || channel == .detail
      if entry.value.isNull {
        encoding.channels[channel] = nil
        if channel == .tooltip { encoding.tooltips = [] }
        continue
      }
      let nodes = isList ? entry.value.elements ?? [entry.value] : [entry.value]
      let definitions = nodes.compactMap { node in
        ChannelDefinition.read(channel, node, at: entry.keySpan).take(into: &reader)
      }
      switch channel {
      case .tooltip: encoding.tooltips = definitions
      case .detail: encoding.details = definitions
      default: encoding.channels[channel] = definitions.first
      }
    }
    return Outcome(encoding, reader.finish())
  }
}

/// One step of `transform`.
enum TransformSpecification: Sendable {
  /// Keeps the rows that a condition holds for.
  case filter(Condition)

  /// Reads the list of `transform`.
  static func read(_ nodes: [Node]) -> Outcome<[TransformSpecification]> {
    var transforms: [TransformSpecification] = []
    var diagnostics: [Diagnostic] = []
    for node in nodes {
      var reader = PropertyReader(node, of: "a transform")
      if let filter = reader.node("filter"),
        let condition = Condition.parse(filter).take(into: &reader)
      {
        transforms.append(.filter(condition))
      }
      diagnostics += reader.finish()
    }
    return Outcome(transforms, diagnostics)
  }
}

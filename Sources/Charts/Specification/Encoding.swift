import Diagnostics
import Documents

/// The channels of a view.
struct Encoding: Sendable {
  /// Those that hold one definition.
  var channels: [Channel: ChannelDefinition] = [:]
  /// What is said when a mark is pointed at; nil says what the other channels show.
  var tooltips: [ChannelDefinition]?
  /// What parts lines and stacks beyond their look.
  var details: [ChannelDefinition] = []
  /// In which order the points of lines and the parts of stacks come.
  var orders: [ChannelDefinition] = []

  subscript(channel: Channel) -> ChannelDefinition? {
    get { channels[channel] }
    set { channels[channel] = newValue }
  }
}

extension Encoding {
  /// Reads `encoding: {…}`.
  static func read(_ node: Node) -> Outcome<Encoding> {
    var encoding = Encoding()
    var reader = PropertyReader(node, of: "an encoding")
    for channel in Channel.allCases {
      guard let entry = reader.entry(channel.rawValue) else { continue }
      if entry.value.isNull {
        if channel == .tooltip { encoding.tooltips = [] }
        continue
      }
      let nodes = channel.isList ? entry.value.elements ?? [entry.value] : [entry.value]
      let definitions = nodes.compactMap { node in
        ChannelDefinition.read(channel, node, at: entry.keySpan).take(into: &reader)
      }
      switch channel {
      case .tooltip: encoding.tooltips = definitions
      case .detail: encoding.details = definitions
      case .order: encoding.orders = definitions
      default: encoding.channels[channel] = definitions.first
      }
    }
    return Outcome(encoding, reader.finish())
  }
}

import Documents

/// Hands to each layer what the view about it says of the channels (Vega-Lite, `mergeEncoding`).
enum LayerEncoding {
  /// The layer with the outer encoding beneath its own: of a channel that both define, the layer's
  /// keys come first.
  static func pushed(_ outer: Node?, into layer: Node) -> Node {
    guard let outer, outer.entries != nil, layer.entries != nil else { return layer }
    guard let own = layer["encoding"], own.entries != nil else {
      return layer.setting("encoding", to: outer)
    }
    var result = own
    for entry in outer.entries ?? [] {
      guard let mine = own[entry.key] else {
        result = result.setting(entry.key, to: entry.value)
        continue
      }
      guard mine.entries != nil, entry.value.entries != nil, mine["value"] == nil else { continue }
      // A datum of one and a field of the other would be neither's.
      let left: Set<String> = mine["datum"] == nil ? [] : ["field", "aggregate", "bin", "timeUnit"]
      result = result.setting(entry.key, to: mine.over(entry.value.removing(left)))
    }
    return layer.setting("encoding", to: result)
  }
}

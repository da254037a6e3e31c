import Diagnostics
import Documents

/// Rewriting specifications before they are read: what is written for one form becomes another, and
/// every part keeps the place where the author wrote it.
extension Node {
  /// A mapping of these entries, placed where `self` stands.
  func mapping(_ entries: [(String, Node?)]) -> Node {
    Node(
      .mapping(
        entries.compactMap { key, value in
          value.map { Node.Entry(key: key, keySpan: $0.span, value: $0) }
        }), at: span)
  }

  /// Text placed where `self` stands, to be read as text alone.
  func text(_ text: String) -> Node { Node(.scalar(text, isQuoted: true), at: span) }
  /// A number or a truth placed where `self` stands.
  func plain(_ text: String) -> Node { Node(.scalar(text, isQuoted: false), at: span) }
  /// A list placed where `self` stands.
  func list(_ elements: [Node]) -> Node { Node(.sequence(elements), at: span) }

  /// The mapping with `key` set to `value`, in its old place where it had one.
  func setting(_ key: String, to value: Node?) -> Node {
    guard var entries, let value else { return removing([key]) }
    if let index = entries.firstIndex(where: { $0.key == key }) {
      entries[index] = Node.Entry(key: key, keySpan: entries[index].keySpan, value: value)
    } else {
      entries.append(Node.Entry(key: key, keySpan: value.span, value: value))
    }
    return Node(.mapping(entries), at: span)
  }

  /// The mapping without `keys`.
  func removing(_ keys: Set<String>) -> Node {
    guard let entries else { return self }
    return Node(.mapping(entries.filter { !keys.contains($0.key) }), at: span)
  }

  /// The mapping with only `keys`.
  func keeping(_ keys: Set<String>) -> Node {
    guard let entries else { return self }
    return Node(.mapping(entries.filter { keys.contains($0.key) }), at: span)
  }

  /// The mapping with those entries of `other` that it has not itself.
  func over(_ other: Node?) -> Node {
    guard let own = entries, let others = other?.entries else { return self }
    let names = Set(own.map(\.key))
    return Node(.mapping(own + others.filter { !names.contains($0.key) }), at: span)
  }

  /// The name of a mark that is written as text or as a mapping with `type`.
  var markName: String? { text ?? self["type"]?.text }
  /// A mark as a mapping, however it was written.
  var markMapping: Node { entries == nil ? mapping([("type", self)]) : self }
}

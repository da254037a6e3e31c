import Bytes

/// Reads pandoc's citation syntax out of UTF-8 text.
///
/// The text is what running text says, without the markup about it. What stood there as an escape
/// is named by ``init(_:escaped:)``; a backslash that is still there escapes too, so that raw
/// source can be read as well.
public struct CitationParser: Sendable {
  let bytes: [UInt8]
  private let escaped: Set<Int>

  /// A parser for `bytes`.
  /// - Parameter escaped: Offsets of bytes that were written as escapes or entities and so have no
  ///   meaning of their own.
  public init(_ bytes: some Collection<UInt8>, escaped: some Collection<Int> = []) {
    self.bytes = Array(bytes)
    self.escaped = Set(escaped)
  }

  /// A citation with its place in the text.
  public struct Match: Hashable, Sendable {
    /// The bytes of the whole: brackets, or the key and the brackets behind it.
    public let range: Range<Int>
    /// What it says.
    public let citation: Citation
  }

  /// Whether the byte at `index` has no meaning of its own.
  func isLiteral(_ index: Int) -> Bool {
    if escaped.contains(index) { return true }
    return index > 0 && bytes[index - 1] == .backslash && !escaped.contains(index - 1)
  }

  /// Every citation and cross-reference in the text, in order.
  ///
  /// Brackets that hold a key in each of their parts are a group, unless a link's target or
  /// attributes follow; other keys stand in the text, with the brackets behind them. Takes time
  /// linear in the text.
  public func matches() -> [Match] {
    let brackets = BracketPairs(bytes, isLiteral: isLiteral)
    var result: [Match] = []
    var index = 0
    while index < bytes.count {
      switch bytes[index] {
      case UInt8(ascii: ":") where isSchemeEnd(index): index = endOfAddress(from: index)
      case UInt8(ascii: "["):
        if let match = bracketed(at: index, brackets) {
          result.append(match)
          index = match.range.upperBound
        } else {
          index += 1
        }
      case UInt8(ascii: "@"):
        if let match = inText(at: index, brackets) {
          result.append(match)
          index = match.range.upperBound
        } else {
          index += 1
        }
      default: index += 1
      }
    }
    return result
  }

  /// The citation that the whole text is: what stands between the brackets of `[see @a, p. 3; @b]`,
  /// or a `source` of a block; nil where one of its parts has no key.
  public func group(as form: Citation.Form = .parenthetical) -> Citation? {
    let brackets = BracketPairs(bytes, isLiteral: isLiteral)
    return items(in: 0..<bytes.count, brackets).map { Citation(form, $0) }
  }

  /// The citation in running text that the whole text is: `@key` or `@key [p. 3]`.
  public func inText() -> Citation? {
    let brackets = BracketPairs(bytes, isLiteral: isLiteral)
    return inText(at: 0, brackets)?.citation
  }

  // MARK: The two forms

  private func bracketed(at open: Int, _ brackets: BracketPairs) -> Match? {
    // Most brackets of a text hold no key at all.
    guard let close = brackets.close(of: open), brackets.holdsAt(open),
      !isFollowedByTarget(close, brackets), let items = items(in: open + 1..<close, brackets)
    else { return nil }
    return Match(range: open..<close + 1, citation: Citation(.parenthetical, items))
  }

  private func inText(at index: Int, _ brackets: BracketPairs) -> Match? {
    guard !isLiteral(index), CitationKey.mayBegin(in: bytes, at: index),
      let key = CitationKey(in: bytes, at: index, limit: bytes.count)
    else { return nil }
    var first = CitationItem(
      target: CitationItem.Target(key: bytes[key.range].text), keyRange: key.range)
    let alone = Match(range: index..<key.end, citation: Citation(.inText, [first]))
    guard case .source = first.target else { return alone }
    var open = key.end
    while open < bytes.count, bytes[open].isASCIIWhitespace { open += 1 }
    guard let close = brackets.close(of: open), !isFollowedByTarget(close, brackets),
      open + 1 < close, bytes[open + 1] != UInt8(ascii: "^")
    else { return alone }
    let inner = open + 1..<close
    let rest: [CitationItem]
    if brackets.holdsAt(open), let items = items(in: inner, brackets) {
      rest = items
    } else {
      let parts = parts(of: inner, brackets)
      guard keys(in: parts[0], brackets).isEmpty else { return alone }
      let others = parts.dropFirst()
      guard others.allSatisfy({ !keys(in: $0, brackets).isEmpty }) else { return alone }
      var reader = LocatorParser(Array(bytes[parts[0]].text.unicodeScalars))
      first.locator = reader.locator()
      first.suffix = Self.trimmingEnd(reader.rest)
      rest = others.flatMap { self.items(inPart: $0, brackets) }
    }
    return Match(range: index..<close + 1, citation: Citation(.inText, [first] + rest))
  }

  /// Whether the bracket that closes at `close` is a link's or a span's text.
  private func isFollowedByTarget(_ close: Int, _ brackets: BracketPairs) -> Bool {
    guard close + 1 < bytes.count, !isLiteral(close + 1) else { return false }
    switch bytes[close + 1] {
    case UInt8(ascii: "("), UInt8(ascii: "{"): return true
    case UInt8(ascii: "["):
      guard let end = brackets.close(of: close + 1) else { return false }
      guard brackets.holdsAt(close + 1) else { return true }
      return items(in: close + 2..<end, brackets) == nil
    default: return false
    }
  }

  // MARK: Addresses

  private func isSchemeEnd(_ colon: Int) -> Bool {
    colon > 0 && colon + 2 < bytes.count && bytes[colon - 1].isASCIIAlphanumeric
      && bytes[colon + 1] == UInt8(ascii: "/") && bytes[colon + 2] == UInt8(ascii: "/")
  }

  private func endOfAddress(from start: Int) -> Int {
    bytes[start...].firstIndex { $0.isASCIIWhitespace || "<>\"[]".utf8.contains($0) }
      ?? bytes.count
  }

  static func trimmingEnd(_ text: String) -> String {
    var scalars = text.unicodeScalars[...]
    while scalars.last?.properties.isWhitespace == true { scalars.removeLast() }
    return String(scalars)
  }
}

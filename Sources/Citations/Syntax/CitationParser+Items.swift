import Bytes

extension CitationParser {
  /// The items of a group, or nil where a part between semicolons has no key.
  func items(in range: Range<Int>, _ brackets: BracketPairs) -> [CitationItem]? {
    let parts = parts(of: range, brackets)
    // Items are made only once all is known to be well, so that nested brackets that fail cost no
    // more than their own bytes.
    guard parts.allSatisfy({ !keys(in: $0, brackets).isEmpty }) else { return nil }
    return parts.flatMap { items(inPart: $0, brackets) }
  }

  /// The parts between semicolons that stand neither in quotation marks nor in inner brackets.
  func parts(of range: Range<Int>, _ brackets: BracketPairs) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var start = range.lowerBound
    walk(range, brackets) { index in
      guard bytes[index] == UInt8(ascii: ";") else { return index + 1 }
      parts.append(start..<index)
      start = index + 1
      return index + 1
    }
    parts.append(start..<range.upperBound)
    return parts
  }

  /// The items of one part: one, or more where keys follow each other without a semicolon.
  func items(inPart part: Range<Int>, _ brackets: BracketPairs) -> [CitationItem] {
    let keys = keys(in: part, brackets)
    var items: [CitationItem] = []
    var pending = keys.first.map { text(part.lowerBound..<$0.start) } ?? ""
    for (index, found) in keys.enumerated() {
      let end = index + 1 < keys.count ? keys[index + 1].start : part.upperBound
      var item = CitationItem(
        target: CitationItem.Target(key: bytes[found.key.range].text), keyRange: found.key.range,
        prefix: index == 0 ? Locator.trimmed(pending) : Self.trimmingEnd(pending),
        isAuthorSuppressed: found.isSuppressed, isRunOn: index > 0)
      var reader = LocatorParser(Array(text(found.key.end..<end).unicodeScalars))
      item.locator = reader.locator()
      if index + 1 < keys.count {
        pending = reader.rest
      } else {
        item.suffix = Self.trimmingEnd(reader.rest)
      }
      items.append(item)
    }
    return items
  }

  /// A key, where it begins with its `@` or the minus before, and whether that suppresses.
  typealias FoundKey = (start: Int, key: CitationKey, isSuppressed: Bool)

  /// The keys of a part that stand neither in quotation marks nor in inner brackets.
  func keys(in part: Range<Int>, _ brackets: BracketPairs) -> [FoundKey] {
    var keys: [FoundKey] = []
    walk(part, brackets) { index in
      guard bytes[index] == UInt8(ascii: "@"), !isLiteral(index),
        CitationKey.mayBegin(in: bytes, at: index),
        let key = CitationKey(in: bytes, at: index, limit: part.upperBound)
      else { return index + 1 }
      let isSuppressed =
        index > part.lowerBound && bytes[index - 1] == UInt8(ascii: "-") && !isLiteral(index - 1)
        && CitationKey.mayBegin(in: bytes, at: index - 1)
      keys.append((isSuppressed ? index - 1 : index, key, isSuppressed))
      return key.end
    }
    return keys
  }

  /// Visits the bytes of `range` that stand neither in quotation marks nor in inner brackets.
  private func walk(
    _ range: Range<Int>, _ brackets: BracketPairs, _ visit: (Int) -> Int
  ) {
    var unclosed: Set<UInt8> = []
    var index = range.lowerBound
    while index < range.upperBound {
      if let close = brackets.close(of: index), close < range.upperBound {
        index = close + 1
      } else if let end = endOfQuote(from: index, to: range.upperBound, &unclosed) {
        index = end
      } else {
        index = max(index + 1, visit(index))
      }
    }
  }

  /// The offset behind the quotation that opens at `index`, or nil where none opens that closes.
  private func endOfQuote(from index: Int, to limit: Int, _ unclosed: inout Set<UInt8>) -> Int? {
    let byte = bytes[index]
    if byte == .quote {
      guard !unclosed.contains(byte), CitationKey.mayBegin(in: bytes, at: index) else {
        return nil
      }
      if let close = bytes[index + 1..<limit].firstIndex(of: .quote) { return close + 1 }
      unclosed.insert(byte)
      return nil
    }
    // “ and „ are E2 80 9C and E2 80 9E, ” is E2 80 9D; “ closes what „ opens.
    guard byte == 0xE2, index + 2 < limit, bytes[index + 1] == 0x80 else { return nil }
    let kind = bytes[index + 2]
    guard kind == 0x9C || kind == 0x9E, !unclosed.contains(kind) else { return nil }
    var place = index + 3
    while place + 2 < limit {
      let isQuote = bytes[place] == 0xE2 && bytes[place + 1] == 0x80
      if isQuote, bytes[place + 2] == 0x9D || (kind == 0x9E && bytes[place + 2] == 0x9C) {
        return place + 3
      }
      place += 1
    }
    unclosed.insert(kind)
    return nil
  }

  private func text(_ range: Range<Int>) -> String {
    var result: [UInt8] = []
    for index in range {
      let escapes =
        bytes[index] == .backslash && index + 1 < range.upperBound && isLiteral(index + 1)
        && bytes[index + 1].isASCIIPunctuation
      if !escapes { result.append(bytes[index]) }
    }
    return result.text
  }
}

import Bytes

/// Walks along the prefix of one line (quotation marks, list indentation) with tab stops of four.
///
/// It follows the first phase of CommonMark 0.30's appendix: columns are virtual, a tab may be
/// consumed in part.
struct LineCursor {
  private let bytes: UnsafeBufferPointer<UInt8>
  /// The offset after the line's last byte.
  let end: Int
  /// The offset of the next byte.
  private(set) var offset: Int
  private var column = 0
  /// How many columns of the tab at `offset` are left, where some are consumed.
  private(set) var tabRest = 0

  init(_ bytes: UnsafeBufferPointer<UInt8>, start: Int, end: Int) {
    self.bytes = bytes
    self.offset = start
    self.end = end
  }

  /// The next byte that is neither space nor tab, and how many columns away it is.
  var indentation: (offset: Int, columns: Int) {
    var place = offset
    var reached = column
    while place < end {
      if bytes[place] == .space {
        reached += 1
      } else if bytes[place] == .tab {
        reached += 4 - reached % 4
      } else {
        break
      }
      place += 1
    }
    return (place, reached - column)
  }

  /// Whether nothing but spaces and tabs is left.
  var isBlank: Bool { indentation.offset >= end }

  /// The byte at `offset`, or 0 at the line's end.
  private func byte(at offset: Int) -> UInt8 { offset < end ? bytes[offset] : 0 }

  /// Goes on by a number of columns, the last of which may lie within a tab.
  private mutating func advance(columns count: Int) {
    var left = count
    while left > 0, offset < end {
      let width = bytes[offset] == .tab ? 4 - column % 4 : 1
      let step = min(left, width)
      column += step
      left -= step
      if step == width { offset += 1 }
      tabRest = width - step
    }
  }

  /// Goes to `place`, which only spaces, tabs and marks of ASCII part from here.
  private mutating func advance(to place: Int) {
    if offset < place { tabRest = 0 }
    while offset < place {
      column += bytes[offset] == .tab ? 4 - column % 4 : 1
      offset += 1
    }
  }

  /// Passes spaces and tabs.
  mutating func skipBlanks() { advance(to: indentation.offset) }

  /// Passes a quotation's `>` and the space behind it.
  /// - Returns: false where there is none.
  mutating func enterQuote() -> Bool {
    let indent = indentation
    guard indent.columns <= 3, byte(at: indent.offset) == UInt8(ascii: ">") else { return false }
    advance(columns: indent.columns + 1)
    if byte(at: offset) == .space || byte(at: offset) == .tab { advance(columns: 1) }
    return true
  }

  /// Passes the indentation of a line within an item.
  /// - Returns: false where there is less of it and the line is not blank.
  mutating func continueItem(width: Int) -> Bool {
    let indent = indentation
    if indent.columns >= width {
      advance(columns: width)
      return true
    }
    guard indent.offset >= end else { return false }
    advance(to: indent.offset)
    return true
  }

  /// Passes an item's marker and the space behind it.
  /// - Returns: how many columns later lines of the item are indented by.
  mutating func enterItem() -> Int {
    let indent = indentation
    advance(to: indent.offset)
    var place = offset
    while byte(at: place).isASCIIDigit { place += 1 }
    place = min(place + 1, end)
    let marker = place - offset
    advance(to: place)
    let spaces = indentation
    if spaces.columns >= 5 || spaces.columns < 1 || spaces.offset >= end {
      if spaces.columns > 0 { advance(columns: 1) }
      return indent.columns + marker + 1
    }
    advance(columns: spaces.columns)
    return indent.columns + marker + spaces.columns
  }
}

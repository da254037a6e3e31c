import Bytes

/// Reads the bytes of one date from left to right.
///
/// Errors are thrown within the scanner and leave it as a `Result`; an error's place is the byte
/// at which the text stops being the beginning of a date.
struct EDTFScanner {
  let bytes: [UInt8]
  /// The byte that is looked at next.
  var index = 0

  static func scan(_ text: String) -> Result<EDTFDate, EDTFError> {
    var scanner = EDTFScanner(bytes: Array(text.utf8))
    do throws(EDTFError) {
      return .success(try scanner.date(text))
    } catch {
      return .failure(error)
    }
  }

  private mutating func date(_ text: String) throws(EDTFError) -> EDTFDate {
    guard let first = bytes.first else {
      throw EDTFError("a date is missing", at: 0)
    }
    switch first {
    case UInt8(ascii: "["): return try set(text, .one, closing: UInt8(ascii: "]"))
    case UInt8(ascii: "{"): return try set(text, .all, closing: UInt8(ascii: "}"))
    default: break
    }
    if let slash = bytes.firstIndex(of: UInt8(ascii: "/")) {
      return try interval(text, slash: slash)
    }
    let single = try single(allowingTime: true)
    try end()
    let (earliest, latest) = try bounds(of: single, at: 0)
    return EDTFDate(
      text: text, form: .single(single), earliest: earliest, latest: latest,
      start: single.edge, end: single.edge)
  }

  private mutating func interval(_ text: String, slash: Int) throws(EDTFError) -> EDTFDate {
    let from = try limit(before: slash)
    guard index == slash else { throw unexpected() }
    index += 1
    let to = try limit(before: bytes.count)
    try end()
    var earliest: Day?
    var latest: Day?
    if case .at(let single) = from { earliest = try bounds(of: single, at: 0).0 }
    if case .at(let single) = to { latest = try bounds(of: single, at: slash + 1).1 }
    switch (from, to) {
    case (.open, .open), (.at, _), (_, .at): break
    default: throw EDTFError("neither end of the interval is a date", at: slash)
    }
    if let earliest, let latest, latest < earliest {
      throw EDTFError("the interval ends before it begins", at: slash + 1)
    }
    return EDTFDate(
      text: text, form: .interval(from: from, to: to), earliest: earliest, latest: latest,
      start: from.edge, end: to.edge)
  }

  private mutating func limit(before end: Int) throws(EDTFError) -> EDTFDate.Limit {
    if index == end { return .unknown }
    if skipDots() { return .open }
    return .at(try single(allowingTime: false))
  }

  // MARK: - Steps that every form takes

  /// The byte at the index, or nil at the end.
  var next: UInt8? { index < bytes.count ? bytes[index] : nil }

  /// Whether what is next may follow a part of a date, or nothing does.
  ///
  /// There a part is too short as a whole; elsewhere it is the byte at the index that is wrong.
  var isAtEndOfPart: Bool {
    guard let next else { return true }
    return "-/,.]}?~%T".utf8.contains(next)
  }

  /// Steps over `byte`, if it is next.
  mutating func skip(_ byte: UInt8) -> Bool {
    guard next == byte else { return false }
    index += 1
    return true
  }

  /// Steps over `..`, if it is next.
  mutating func skipDots() -> Bool {
    let dot = UInt8(ascii: ".")
    guard index + 1 < bytes.count, bytes[index] == dot, bytes[index + 1] == dot else {
      return false
    }
    index += 2
    return true
  }

  /// Asks that nothing follows.
  func end() throws(EDTFError) {
    if index < bytes.count { throw unexpected() }
  }

  /// The days that a date may mean, or an error where it means none.
  func bounds(of single: EDTFDate.Single, at offset: Int) throws(EDTFError) -> (Day, Day) {
    guard let earliest = single.earliest, let latest = single.latest else {
      throw EDTFError("there is no such day in any year that it may mean", at: offset)
    }
    return (earliest, latest)
  }

  /// The error for what stands at the index.
  func unexpected(_ expectation: String? = nil) -> EDTFError {
    let what = bytes.foundText(at: index)
    guard let expectation else {
      return EDTFError("\(what) cannot stand here", at: index)
    }
    return EDTFError("expected \(expectation), found \(what)", at: index)
  }
}

extension EDTFDate.Limit {
  /// How the end is drawn.
  var edge: EDTFDate.Edge {
    switch self {
    case .at(let single): single.edge
    case .open: .open
    case .unknown: .unknown
    }
  }
}

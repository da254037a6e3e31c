import Bytes

extension EDTFScanner {
  /// Reads a set, EDTF level 2: dates and ranges between brackets, by commas.
  mutating func set(
    _ text: String, _ choice: EDTFDate.Choice, closing: UInt8
  ) throws(EDTFError) -> EDTFDate {
    index += 1
    var members: [EDTFDate.Member] = []
    var earliest: (day: Day?, edge: EDTFDate.Edge)?
    var latest: (day: Day?, edge: EDTFDate.Edge)?
    var isLast = false
    repeat {
      skipSpaces()
      let start = index
      if isLast { throw EDTFError("nothing may follow an open range", at: start) }
      let member = try member(isFirst: members.isEmpty)
      if case .since = member { isLast = true }
      let (from, to) = try span(of: member, at: start)
      earliest = Self.outer(earliest, from) { $0 < $1 }
      latest = Self.outer(latest, to) { $0 > $1 }
      members.append(member)
      skipSpaces()
    } while skip(UInt8(ascii: ","))
    guard skip(closing) else {
      throw unexpected("',' or '\(CollectionOfOne(closing).text)'")
    }
    try end()
    return EDTFDate(
      text: text, form: .set(choice, members),
      earliest: earliest?.day, latest: latest?.day,
      start: earliest?.edge ?? .open, end: latest?.edge ?? .open)
  }

  private typealias End = (day: Day?, edge: EDTFDate.Edge)

  /// The one of two ends that lies further out; an open end is the furthest.
  private static func outer(
    _ first: End?, _ second: End, isOuter: (Day, Day) -> Bool
  ) -> End {
    guard let first, let day = first.day else { return first ?? second }
    guard let other = second.day else { return second }
    return isOuter(other, day) ? second : first
  }

  private mutating func member(isFirst: Bool) throws(EDTFError) -> EDTFDate.Member {
    let start = index
    if skipDots() {
      guard isFirst else { throw EDTFError("only the first may begin with '..'", at: start) }
      return .upTo(try single(allowingTime: false))
    }
    let first = try single(allowingTime: false)
    guard skipDots() else { return .single(first) }
    let next = self.next
    if next == nil || next == .space || next == UInt8(ascii: ",") || next == UInt8(ascii: "]")
      || next == UInt8(ascii: "}")
    {
      return .since(first)
    }
    let secondStart = index
    let second = try single(allowingTime: false)
    guard first.part.isAsPrecise(as: second.part) else {
      throw EDTFError("a range in a set needs ends of the same precision", at: secondStart)
    }
    return .range(first, second)
  }

  private func span(of member: EDTFDate.Member, at start: Int) throws(EDTFError) -> (End, End) {
    switch member {
    case .single(let single):
      let (earliest, latest) = try bounds(of: single, at: start)
      return ((earliest, single.edge), (latest, single.edge))
    case .range(let first, let second):
      let earliest = try bounds(of: first, at: start).0
      let latest = try bounds(of: second, at: start).1
      guard earliest <= latest else {
        throw EDTFError("the range ends before it begins", at: start)
      }
      return ((earliest, first.edge), (latest, second.edge))
    case .upTo(let single):
      return ((nil, .open), (try bounds(of: single, at: start).1, single.edge))
    case .since(let single):
      return ((try bounds(of: single, at: start).0, single.edge), (nil, .open))
    }
  }

  private mutating func skipSpaces() {
    while skip(.space) {}
  }
}

extension EDTFDate.Part {
  /// Whether two parts end at the same level: both years, both months, both days.
  func isAsPrecise(as other: EDTFDate.Part) -> Bool {
    switch (self, other) {
    case (.year, .year), (.month, .month), (.day, .day): true
    case (.division(.season), .division(.season)): true
    case (.division(.quarter), .division(.quarter)): true
    case (.division(.third), .division(.third)): true
    case (.division(.half), .division(.half)): true
    default: false
    }
  }
}

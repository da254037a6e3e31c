import Testing
import Values

@Suite("Dates are read with their edges, their precision and their places in time")
struct EDTFReadingTests {
  private func date(_ text: String) throws -> EDTFDate { try EDTFDate.parse(text).get() }

  @Test(
    "Each end is sharp, soft, open or unknown",
    arguments: [
      ("2014", .sharp, .sharp), ("2014~", .soft, .soft), ("2014?", .soft, .soft),
      ("2004-06-~11", .soft, .soft), ("1950S2", .soft, .soft), ("201X", .sharp, .sharp),
      ("2014/..", .sharp, .open), ("../2014~", .open, .soft), ("2014~/2016", .soft, .sharp),
      ("2014/", .sharp, .unknown), ("/2014", .unknown, .sharp), ("../..", .open, .open),
      ("[1667~,1760]", .soft, .sharp), ("[..1667,1760]", .open, .sharp),
      ("{1667,1760..}", .sharp, .open), ("2014-06-15T10:00:00Z", .sharp, .sharp),
    ] as [(String, EDTFDate.Edge, EDTFDate.Edge)])
  func edges(_ text: String, _ start: EDTFDate.Edge, _ end: EDTFDate.Edge) throws {
    let date = try date(text)
    #expect(date.start == start)
    #expect(date.end == end)
  }

  @Test(
    "Precision is that of the coarsest part left open",
    arguments: [
      ("2014-06-15T10:00:00Z", .second), ("2014-06-15", .day), ("2014-06-XX", .month),
      ("2014-06", .month), ("2014-23", .season), ("2014-34", .quarter), ("2014-37", .third),
      ("2014-41", .half), ("2014", .year), ("2014-XX", .year), ("2014-1X", .year),
      ("2014-XX-25", .year), ("201X", .decade), ("201X-06", .decade), ("1953S3", .decade),
      ("20XX", .century), ("1950S2", .century), ("15XX-12-25", .century), ("2XXX", .millennium),
      ("1XX3", .millennium), ("XXXX", .longer), ("2014/2016-05-03", .year), ("../2014-05", .month),
      ("../..", .longer), ("[2014,198X]", .decade), ("Y170000002", .year),
    ] as [(String, EDTFDate.Precision)])
  func precision(_ text: String, _ precision: EDTFDate.Precision) throws {
    #expect(try date(text).precision == precision)
  }

  @Test("29 February is looked for in the leap years that digits leave open")
  func leapDays() throws {
    #expect(try date("15XX-02-29").earliest == Day(year: 1504, month: 2, day: 29))
    #expect(try date("15XX-02-29").latest == Day(year: 1596, month: 2, day: 29))
    #expect(try date("19X0-02-29").earliest == Day(year: 1920, month: 2, day: 29))
    #expect(try date("-000X-02-29").latest == Day(year: -4, month: 2, day: 29))
    #expect(try date("2000-02-29").earliest == Day(year: 2000, month: 2, day: 29))
    for none in ["XXX1-02-29", "1900-02-29", "190X-02-30"] {
      #expect(throws: EDTFError.self) { try date(none) }
    }
  }

  @Test(
    "Before, after, within and overlapping are told where they are certain",
    arguments: [
      ("2014", "2015", true, false, false), ("2014-12-31", "2015", true, false, false),
      ("2014", "2014-06", false, false, true), ("2014-06", "2014", false, true, true),
      ("2014", "2014", false, true, true), ("../2012", "2013", true, false, false),
      ("2016/..", "2015", false, false, false), ("2016/..", "2018", false, false, true),
      ("2018", "2016/..", false, true, true), ("2018/..", "2016/..", false, true, true),
      ("2010", "../2012", false, true, true), ("2010/", "2012", false, false, true),
      ("2012", "2010/", false, false, true), ("1950/", "1960/..", false, false, true),
      ("2014-41", "2014-12/2015-01", false, false, true), ("198X", "19XX", false, true, true),
      ("../..", "2014", false, false, true), ("2014", "../..", false, true, true),
    ])
  func relations(
    _ first: String, _ second: String, _ isBefore: Bool, _ isWithin: Bool, _ mayOverlap: Bool
  ) throws {
    let (first, second) = (try date(first), try date(second))
    #expect(first.isBefore(second) == isBefore)
    #expect(second.isAfter(first) == isBefore)
    #expect(first.isWithin(second) == isWithin)
    #expect(first.mayOverlap(second) == mayOverlap)
    #expect(second.mayOverlap(first) == mayOverlap)
  }

  @Test("Sorted by the earliest day, then the latest; open starts first, then unknown ones")
  func sorting() throws {
    let sorted = [
      "../2012", "../..", "/1985", "2013-11", "2014-01-01", "2014-01", "2014", "2014~",
      "2014/2015", "2014/", "2014/..", "2014-01-02", "2014-41",
    ]
    let dates = try sorted.reversed().map { try date($0) }
    #expect(dates.sorted { $0.precedes($1) }.map(\.text) == sorted)
  }

  @Test("The middle lies halfway, and there is none of what is open")
  func middle() throws {
    #expect(try date("2014-06-15").middle == Day(year: 2014, month: 6, day: 15))
    #expect(try date("2014").middle == Day(year: 2014, month: 7, day: 2))
    #expect(try date("2014/..").middle == nil)
  }

  @Test("Dates can be made of days, months and years")
  func making() throws {
    #expect(EDTFDate.year(2014) == (try date("2014")))
    #expect(EDTFDate.year(-44) == (try date("-0044")))
    #expect(EDTFDate.year(12_000) == (try date("Y12000")))
    #expect(EDTFDate.year(.min).earliest != nil)
    #expect(EDTFDate.month(2, of: 2000) == (try date("2000-02")))
    #expect(EDTFDate.month(13, of: 2000) == nil)
    #expect(EDTFDate(Day(year: 2014, month: 7, day: 31)) == (try date("2014-07-31")))
    #expect(EDTFDate(Day(year: -44, month: 3, day: 15)) == (try date("-0044-03-15")))
    #expect(EDTFDate(Day(year: 12_004, month: 3, day: 1)).text == "+12004-03-01")
  }

  @Test("A time of day and its zone are kept, and do not move the day")
  func times() throws {
    guard case .single(let single) = try date("1985-04-12T23:20:30-04:30").form else {
      Issue.record("a date and time is a single date")
      return
    }
    #expect(single.time?.hour == 23)
    #expect(single.time?.minute == 20)
    #expect(single.time?.second == 30)
    #expect(single.time?.offset == -270)
    #expect(try date("1985-04-12T23:20:30-04:30").latest == Day(year: 1985, month: 4, day: 12))
  }

  @Test("Qualifiers apply to the part behind them, or to all before them")
  func doubts() throws {
    guard case .single(let first) = try date("2004-06~-11").form,
      case .single(let second) = try date("?2004-06-~11").form
    else {
      Issue.record("a qualified date is a single date")
      return
    }
    #expect(first.doubts.year == .approximate)
    #expect(first.doubts.month == .approximate)
    #expect(first.doubts.day.isEmpty)
    #expect(second.doubts.year == .uncertain)
    #expect(second.doubts.month.isEmpty)
    #expect(second.doubts.day == .approximate)
  }

  @Test("Years far away are dates up to a million million years, and errors beyond")
  func farYears() throws {
    #expect(try date("Y1000000000000").earliest != nil)
    #expect(try date("Y-1E12").earliest != nil)
    for beyond in ["Y1000000000001", "Y1E13", "Y9999999999999999999999", "Y1E99999999999999999999"]
    {
      #expect(throws: EDTFError.self) { try date(beyond) }
    }
  }
}

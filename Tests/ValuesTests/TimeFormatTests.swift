import Testing

@testable import Values

@Suite("Moments in d3's notation")
struct TimeFormatTests {
  /// Thursday, 5 April 1990, 17:08:09.012 UTC.
  private static let moment = 639_335_289_012.0

  @Test(
    "Every directive says its part",
    arguments: [
      ("%Y-%m-%dT%H:%M:%S.%LZ", "1990-04-05T17:08:09.012Z"), ("%a %A", "Thu Thursday"),
      ("%b %B", "Apr April"), ("%-d|%_d|%e", "5| 5| 5"), ("%I:%M %p", "05:08 PM"), ("%j", "095"),
      ("%q", "2"), ("%y %G %g", "90 1990 90"), ("%U %W %V", "13 14 14"), ("%u %w", "4 4"),
      ("%f", "012000"), ("%Q", "639335289012"), ("%s", "639335289"), ("%Z", "+0000"),
      ("100%%", "100%"),
    ])
  func directives(specifier: String, text: String) throws {
    let format = try TimeFormat.parse(specifier).get()
    #expect(format.text(Self.moment, in: .english) == text)
  }

  @Test("Months and days are said in the language")
  func german() throws {
    let format = try TimeFormat.parse("%A, %-d. %B %Y").get()
    #expect(format.text(Self.moment, in: .german) == "Donnerstag, 5. April 1990")
  }

  @Test(
    "A specifier that means nothing says where", arguments: [("%", 0), ("a%", 1), ("%Y %k", 3)])
  func faults(specifier: String, offset: Int) {
    guard case .failure(let error) = TimeFormat.parse(specifier) else {
      Issue.record("\(specifier) was read")
      return
    }
    #expect(error.offset == offset)
  }

  @Test(
    "A text is read back by the form that wrote it",
    arguments: ["%Y-%m-%d", "%d %B %Y %H:%M:%S", "%b %e, %Y", "%Y-%j", "%m/%d/%y %I %p", "%Q"])
  func roundTrip(specifier: String) throws {
    let format = try TimeFormat.parse(specifier).get()
    let text = format.text(Self.moment, in: .english)
    let read = try #require(format.milliseconds(in: text))
    #expect(format.text(read, in: .english) == text)
    #expect(format.milliseconds(in: text + "x") == nil)
  }

  @Test("Labels say as much as is new")
  func labels() {
    func label(_ text: String) -> String {
      TimeLabels.text(TimeText.milliseconds(text) ?? .nan, in: .english)
    }
    #expect(label("2012-01-01") == "2012")
    #expect(label("2012-02-01") == "February")
    #expect(label("2012-01-08") == "Jan 08")
    #expect(label("2012-01-03") == "Tue 03")
    #expect(label("2012-01-01T11:00:00Z") == "11 AM")
    #expect(label("2012-01-01T11:30:00Z") == "11:30")
    #expect(label("2012-01-01T11:30:05Z") == ":05")
  }

  @Test(
    "Dates are read as JavaScript reads them, in UTC",
    arguments: [
      ("2012", 1_325_376_000_000.0), ("2012-01-31", 1_327_968_000_000),
      ("2012/01/31", 1_327_968_000_000), ("1/31/2012", 1_327_968_000_000),
      ("Jan 31 2012", 1_327_968_000_000), ("31 January 2012", 1_327_968_000_000),
      ("January 31, 2012", 1_327_968_000_000), ("Tue, 31 Jan 2012 00:00:00 GMT", 1_327_968_000_000),
      ("2012-01-31T01:30:00+01:30", 1_327_968_000_000),
      ("2012-01-31 00:00:00.5", 1_327_968_000_500),
    ])
  func dates(text: String, milliseconds: Double) {
    #expect(TimeText.milliseconds(text) == milliseconds)
  }

  @Test(
    "What is no date is none",
    arguments: ["", "soon", "2012-13", "2012-02-30", "12", "Jan", "2012-01-31x"])
  func noDates(text: String) {
    #expect(TimeText.milliseconds(text) == nil)
  }
}

import Testing
import Values

@Suite("What is no date is refused at its byte, with advice")
struct EDTFErrorTests {
  struct Fault: Sendable, CustomTestStringConvertible {
    let text: String
    let offset: Int
    let replacement: String?
    var testDescription: String { text.isEmpty ? "(empty)" : text }

    init(_ text: String, at offset: Int, _ replacement: String? = nil) {
      self.text = text
      self.offset = offset
      self.replacement = replacement
    }
  }

  static let faults = [
    Fault("", at: 0), Fault("c. 2014", at: 0, "2014~"), Fault("circa 2014", at: 0, "2014~"),
    Fault("2014/07", at: 5, "2014-07"), Fault("2014-13", at: 5), Fault("2014-00", at: 5),
    Fault("2014~~", at: 5, "2014~"), Fault("2014?~", at: 5, "2014%"), Fault("2014-02-30", at: 8),
    Fault("2021/2019", at: 5, "2019/2021"), Fault("2014-7", at: 5, "2014-07"),
    Fault("2014-7-3", at: 5, "2014-07-03"), Fault("Autumn 2015", at: 0, "2015-23"),
    Fault("20xx", at: 2, "20XX"), Fault("198u", at: 3, "198X"), Fault("193", at: 0, "193X"),
    Fault("19", at: 0, "19XX"), Fault("12345", at: 0, "Y12345"), Fault("Y9999", at: 0, "9999"),
    Fault("-0000", at: 0), Fault("2014/open", at: 5, "2014/.."),
    Fault("31.7.2014", at: 0, "2014-07-31"), Fault("7/31/2014", at: 0, "2014-07-31"),
    Fault("3/4/2014", at: 0), Fault("20140731", at: 0, "2014-07-31"),
    Fault("2014-2016", at: 5, "2014/2016"), Fault("2014–2016", at: 4, "2014/2016"),
    Fault("1939-45", at: 5, "1939/1945"), Fault("2014..2016", at: 4, "2014/2016"),
    Fault("2014..", at: 4, "2014/.."), Fault("..2014", at: 0, "../2014"),
    Fault("26 August 2021", at: 2, "2021-08-26"), Fault("August 26, 2021", at: 0, "2021-08-26"),
    Fault("26. August 2021", at: 0, "2021-08-26"), Fault("winter 2010/11", at: 0, "2010-24"),
    Fault("Q2 2014", at: 0, "2014-34"), Fault("second half of 2014", at: 0, "2014-41"),
    Fault("the 1980s", at: 0, "198X"), Fault("20th century", at: 2, "19XX"),
    Fault("44 BC", at: 2, "-0043"), Fault("from 2016 onwards", at: 0, "2016/.."),
    Fault("by November 2013", at: 0, "../2013-11"), Fault("1996 to 2001", at: 4, "1996/2001"),
    Fault("8 to 15 October 2021", at: 1, "2021-10-08/2021-10-15"),
    Fault("2016-05-02 16:54:59", at: 10, "2016-05-02T16:54:59"),
    Fault("2016-05-02T16:54", at: 16, "2016-05-02T16:54:00"),
    Fault("2016-05-02T16:54:59.042Z", at: 19, "2016-05-02T16:54:59Z"),
    Fault("2016-05-02T16:54:59+0230", at: 22, "2016-05-02T16:54:59+02:30"),
    Fault("2014-07-01/2014-07-31T00:00:00", at: 21, "2014-07-01/2014-07-31"),
    Fault("[1999}", at: 5, "[1999]"), Fault("{2002..2001}", at: 1), Fault("[1999,..2001]", at: 6),
    Fault("[1999..,2001]", at: 8), Fault("{1987-10..1988}", at: 10),
    Fault("2015?-23", at: 4, "2015-23?"), Fault("?2015-23", at: 0), Fault("2015-?23", at: 5),
    Fault(" 2014", at: 0, "2014"), Fault("2014 ", at: 4, "2014"), Fault("2014-07-é", at: 8),
    Fault("2014/2016/2018", at: 9), Fault("/", at: 0), Fault("no date", at: 0),
  ]

  @Test("Each fault has its place, and the date that was meant", arguments: faults)
  func fault(_ fault: Fault) throws {
    let error = try #require(throws: EDTFError.self) { try EDTFDate.parse(fault.text).get() }
    #expect(error.offset == fault.offset)
    #expect(error.replacement == fault.replacement)
    if !fault.text.isEmpty {
      #expect(!error.message.isEmpty)
      #expect(error.hint?.isEmpty == false)
    }
    if let replacement = fault.replacement {
      #expect(error.hint?.contains("'\(replacement)'") == true)
    }
  }

  @Test("A message is one line and of bounded length, whatever the cell held")
  func excerpt() throws {
    let text = "2014\n" + String(repeating: "x", count: 5_000)
    let error = try #require(throws: EDTFError.self) { try EDTFDate.parse(text).get() }
    #expect(!error.message.contains("\n"))
    #expect(error.message.count < 120)
    #expect(error.replacement == nil)
  }

  @Test("The hint says what the replacement means")
  func hint() throws {
    let error = try #require(throws: EDTFError.self) { try EDTFDate.parse("2014/07").get() }
    #expect(error.message == "a year has four digits")
    #expect(error.hint == "did you mean '2014-07' (July 2014)?")
  }
}

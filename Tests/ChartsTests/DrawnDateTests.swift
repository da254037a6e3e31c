import Testing
import Values

@testable import Charts

@Suite("Dates as a timeline draws them")
struct DrawnDateTests {
  static func drawn(_ text: String) throws -> DrawnDate? {
    DrawnDate(try EDTFDate.parse(text).get())
  }

  /// The parts as `from–to`, `*` behind what lasts and `?` behind what is in doubt.
  static func parts(_ text: String) throws -> [String] {
    try #require(try drawn(text)).parts.map { part in
      func say(_ day: Double) -> String {
        guard day.isFinite else { return "∞" }
        let (year, month, day) = Day(Int(day)).civil
        return "\(year)-\(month)-\(day)"
      }
      return "\(say(part.lower))–\(say(part.upper))" + (part.isThroughout ? "*" : "")
        + (part.isDoubtful ? "?" : "")
    }
  }

  @Test("A day is a point, and everything else as wide as it is uncertain")
  func widths() throws {
    #expect(try Self.drawn("2021-08-26")?.isDay == true)
    #expect(try Self.drawn("2021-08")?.isDay == false)
    #expect(try Self.parts("2021-08") == ["2021-8-1–2021-9-1"])
    #expect(try Self.parts("2014-41") == ["2014-7-1–2015-1-1"])
    #expect(try Self.parts("2015-23") == ["2015-9-1–2015-12-1"])
    #expect(try Self.parts("198X") == ["1980-1-1–1990-1-1"])
    #expect(try Self.parts("2016?") == ["2016-1-1–2017-1-1?"])
  }

  @Test("An interval lasts between its dates, and begins and ends within them")
  func intervals() throws {
    #expect(
      try Self.parts("2014-41/2019-11") == [
        "2014-7-1–2015-1-1", "2015-1-1–2019-11-1*", "2019-11-1–2019-12-1",
      ])
    #expect(try Self.parts("2014-06-03/2014-09-12") == ["2014-6-3–2014-9-13*"])
    #expect(try Self.parts("2021-12/2022-01") == ["2021-12-1–2022-1-1", "2022-1-1–2022-2-1"])
    #expect(try Self.parts("2014/2014") == ["2014-1-1–2015-1-1"])
  }

  @Test("Ends that are open, unknown or about there are told apart")
  func ends() throws {
    #expect(try Self.parts("2016/..") == ["2016-1-1–2017-1-1", "2017-1-1–∞*"])
    #expect(try Self.drawn("2016/..")?.end == .open)
    // What ended by a date may have happened at any time before it.
    #expect(try Self.parts("../2012") == ["∞–2012-1-1", "2012-1-1–2013-1-1"])
    #expect(try Self.drawn("../2012")?.start == .open)
    #expect(try Self.parts("2016/") == ["2016-1-1–2017-1-1"])
    #expect(try Self.drawn("2016/")?.end == .unknown)
    #expect(try Self.drawn("/2016")?.start == .unknown)
    #expect(try Self.drawn("2017-01~/2018-07")?.start == .about)
    #expect(try Self.drawn("2017-01~/2018-07")?.end == .stated)
    #expect(try Self.drawn("2018-10-15~")?.end == .about)
    #expect(try Self.drawn("2018-10-15?")?.end == .stated)
    #expect(try Self.drawn("2018-10-15%")?.parts.first?.isDoubtful == true)
  }

  @Test("The members of a set are apart unless they touch")
  func sets() throws {
    #expect(
      try Self.parts("{2013-02,2013-10}") == ["2013-2-1–2013-3-1", "2013-10-1–2013-11-1"])
    #expect(try Self.parts("[2013-02,2013-03]") == ["2013-2-1–2013-4-1"])
    #expect(try Self.drawn("[..2013]")?.start == .open)
  }

  @Test("A window leaves out what lies outside and cuts what crosses its ends")
  func cutting() throws {
    let lower = Double(Day(year: 2015, month: 1, day: 1).number)
    let upper = Double(Day(year: 2017, month: 1, day: 1).number)
    #expect(try Self.drawn("2014")?.cut(from: lower, to: upper) == nil)
    #expect(try Self.drawn("2017")?.cut(from: lower, to: upper) == nil)
    let whole = try Self.drawn("2015")?.cut(from: lower, to: upper)
    #expect(whole?.start == .stated && whole?.end == .stated)
    let across = try Self.drawn("2014-06/2018")?.cut(from: lower, to: upper)
    #expect(across?.start == .cut && across?.end == .cut)
    #expect(across?.lower == lower && across?.upper == upper)
    let open = try Self.drawn("2014/..")?.cut(from: lower, to: upper)
    #expect(open?.start == .cut && open?.end == .open)
  }
}

@Suite("Time that stretches")
struct StretchedTimeTests {
  @Test("Each event has the room that it asks for, and time never runs backwards")
  func rooms() {
    var noise = Noise(seed: 5)
    let anchors = (0..<200).map { _ in noise.number(0..<1_000).rounded() }.sorted()
    let rooms = anchors.map { _ in noise.number(20..<60) }
    let time = StretchedTime(
      from: 0, to: 1_000, start: 10, anchors: anchors, rooms: rooms, pace: 0.1, lead: 0)
    for index in 1..<anchors.count {
      #expect(time.places[index] - time.places[index - 1] >= rooms[index - 1] - 1e-9)
    }
    for day in 1...1_000 { #expect(time(Double(day)) >= time(Double(day - 1))) }
    #expect(time(0) == time.start && time.start == 10)
    #expect(time.isStretched)
  }

  @Test("Where there is room enough it is even")
  func even() {
    let time = StretchedTime(
      from: 0, to: 100, start: 0, anchors: [20, 60], rooms: [30, 30], pace: 2, lead: 0)
    #expect(!time.isStretched)
    #expect(time(50) == 100)
    #expect(time.places == [40, 120])
  }
}

@Suite("Lines of labels")
struct LabelTextTests {
  @Test("Lines are no wider than asked, and nothing is lost")
  func lines() {
    let texts = [
      "Leadership of the Haqqani organisation passes from Jalaluddin to Sirajuddin",
      "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft",
      "二〇二一年八月十五日喀布尔陷落以及随后的撤离行动", "a-b/c–d e", " spaced \t\n out ",
    ]
    for text in texts {
      let label = LabelText(text)
      for width in stride(from: 20.0, to: 400, by: 7) {
        for lines in [label.lines(within: width), label.balanced(within: width)] {
          #expect(label.width(of: lines) <= width + 0.01)
          #expect(
            lines.joined().filter { !$0.isWhitespace } == text.filter { !$0.isWhitespace })
        }
        #expect(label.balanced(within: width).count <= label.lines(within: width).count)
      }
    }
  }

  @Test("Balancing breaks no word that would fit")
  func words() {
    let label = LabelText("underground activity")
    #expect(label.balanced(within: label.longestWord + 5) == ["underground", "activity"])
  }

  @Test("A text of many thousand characters ends in dots")
  func endless() {
    let lines = LabelText(String(repeating: "word ", count: 10_000)).lines(within: 300)
    #expect(lines.joined(separator: " ").count <= LabelText.limit + 2)
    #expect(lines.last?.hasSuffix("…") == true)
  }
}

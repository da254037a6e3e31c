import Datasets
import Diagnostics
import Documents
import Testing
import Values

@testable import Charts

@Suite("Time that is left out")
struct TimelineBreakTests {
  private func layout(
    _ dates: [String], width: Double = 680, breaks: String = "true"
  ) throws -> (timeline: BoundTimeline, layout: TimelineLayout) {
    let rows = dates.map { "    - {d: \"\($0)\", l: Event}\n" }.joined()
    let text = "date: d\nlabel: l\nbreaks: \(breaks)\ndata:\n  values:\n\(rows)"
    let node = try #require(YAMLReader.read(Array(text.utf8), in: SourceFileID(0)).value)
    let bound = try #require(TimelineSpecification.parse(node).value?.bind(to: DatasetCatalog()))
    let timeline = try #require(bound.value)
    return (timeline, timeline.layout(width: width, language: .english))
  }

  private func words(_ dates: [String]) throws -> [String] {
    let (timeline, _) = try layout(dates)
    let window = TimelineWindow(of: timeline.content)
    return timeline.content.breaks(in: window).map { $0.words(in: .english) }
  }

  @Test("Long empty stretches are left out, from one step of the calendar to another")
  func stretches() throws {
    #expect(
      try words(["1815-06-18", "1816", "1914/1918", "2010"]) == ["1818 to 1912", "1920 to 2008"])
    #expect(try words(["2020-01", "2020-02", "2021-11"]).count == 1)
    #expect(try words(["2020-01-01", "2020-01-03", "2020-03-09"]).count == 1)
  }

  @Test("What lasts, and what is open, leaves nothing empty")
  func occupied() throws {
    #expect(try words(["1815", "1816/2010", "2010"]) == [])
    #expect(try words(["1815", "1816/..", "2010"]) == [])
    #expect(try words(["1815", "../2009", "2010"]) == [])
    #expect(try words(["2010", "2011", "2012", "2013", "2014", "2015", "2016"]) == [])
  }

  @Test("Nothing is left out unless it is asked for")
  func unasked() throws {
    let (_, plain) = try layout(["1815", "2010"], breaks: "false")
    #expect(plain.breaks.isEmpty)
    #expect(plain.note == nil)
  }

  @Test(
    "The note says what is left out, and the breaks stand between the marks",
    arguments: [680.0, 340])
  func drawn(width: Double) throws {
    let (_, layout) = try layout(["1815-06-18", "1816", "2010"], width: width)
    let gap = try #require(layout.breaks.first)
    let note = try #require(layout.note).lines.joined(separator: " ")
    #expect(note.hasPrefix("Left out, being without entries: 18"))
    let marks = layout.lanes.flatMap(\.items).map(\.mark)
    #expect(marks.count { $0.to <= gap.lowerBound } == 2)
    #expect(marks.count { $0.from >= gap.upperBound } == 1)
  }

  @Test("A scale with breaks rises everywhere, and its pace is the same on both sides")
  func scale() {
    let gaps = [
      TimeScale.Break(lower: 100, upper: 900), TimeScale.Break(lower: 1_000, upper: 5_000),
    ]
    let scale = TimeScale(domain: (0, 5_200), range: (10, 510), breaks: gaps)
    for day in stride(from: 1.0, through: 5_200, by: 1) {
      #expect(scale(day) > scale(day - 1))
    }
    #expect(scale(0) == 10)
    #expect((scale(5_200) - 510).magnitude < 1e-9)
    #expect((scale(900) - scale(100) - TimeScale.breakWidth).magnitude < 1e-9)
    let pace = scale(50) - scale(0)
    #expect((scale(950) - scale(900) - pace).magnitude < 1e-9)
    #expect((scale(5_050) - scale(5_000) - pace).magnitude < 1e-9)
  }

  @Test("'breaks' is true or false, and 'groups' needs lanes")
  func faults() throws {
    func codes(_ keys: String) throws -> [DiagnosticCode] {
      let text = "data: x\ndate: d\nlabel: l\n\(keys)\n"
      let node = try #require(YAMLReader.read(Array(text.utf8), in: SourceFileID(0)).value)
      return TimelineSpecification.parse(node).diagnostics.map(\.code)
    }
    #expect(try codes("breaks: sometimes").count == 1)
    #expect(try codes("groups: g") == [.valueInvalid])
    #expect(try codes("groups: g\nlanes: s\nbreaks: true") == [])
  }
}

@Suite("Groups of lanes")
struct TimelineGroupTests {
  @Test("Lanes of a group stand together; what has no group, or no lane, stands below the others")
  func order() throws {
    let text = """
      date: d
      label: l
      lanes: s
      groups: g
      data:
        values:
          - {d: "2001", l: a, s: "", g: B}
          - {d: "2002", l: b, s: y, g: ""}
          - {d: "2003", l: c, s: y, g: A}
          - {d: "2004", l: d, s: x, g: B}
          - {d: "2005", l: e, s: y, g: B}
          - {d: "2006", l: f, s: x, g: A}
      """
    let node = try #require(YAMLReader.read(Array(text.utf8), in: SourceFileID(0)).value)
    let bound = try #require(TimelineSpecification.parse(node).value?.bind(to: DatasetCatalog()))
    let timeline = try #require(bound.value)
    #expect(timeline.content.lanes == ["x", "y", "", "y", "x", "y"])
    #expect(timeline.content.groups.map(\.name) == ["B", "A", ""])
    #expect(timeline.content.groups.map(\.count) == [3, 2, 1])
    for width in [680.0, 340] {
      let layout = timeline.layout(width: width, language: .english)
      #expect(layout.groups.map { $0.lines.joined() } == ["B", "A", "not stated"])
      let tops = layout.groups.map(\.top)
      #expect(tops == tops.sorted())
      #expect(tops[1] >= layout.lanes[2].bottom && tops[1] < layout.lanes[3].bottom)
    }
  }
}

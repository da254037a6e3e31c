import Bytes
import Datasets
import Diagnostics
import Documents
import Testing
import Values

@testable import Charts

@Suite("Reading timeline blocks")
struct TimelineSpecificationTests {
  /// What is wrong with a block, as `code: the bytes at fault`.
  static func faults(_ text: String, _ library: DatasetLibrary = [:]) -> [String] {
    let bytes = Array(text.utf8)
    guard let node = YAMLReader.read(bytes, in: SourceFileID(0)).value else { return ["no YAML"] }
    var diagnostics: [Diagnostic] = []
    let specification = TimelineSpecification.parse(node).take(into: &diagnostics)
    _ = specification?.bind(to: DatasetCatalog(byName: library)).take(into: &diagnostics)
    // One row of the library has no date.
    return diagnostics.filter { $0.code != .rowsLeftOut }.map { diagnostic in
      let range = diagnostic.span?.range ?? 0..<0
      return "\(diagnostic.code.rawValue): \(bytes[range].text)"
    }
  }

  static let library: DatasetLibrary = [
    "events": Dataset(
      name: "events",
      fields: [
        Field(name: "date", kind: .date), Field(name: "title", kind: .string),
        Field(name: "place", kind: .string, separator: ";"), Field(name: "dead", kind: .estimate),
      ],
      columns: [
        .dates([try? EDTFDate.parse("2021-08-26").get(), nil, try? EDTFDate.parse("2014").get()]),
        .texts(["Bombing", "Undated", "Formed"]), .texts(["kabul; logar", "kabul", nil]),
        .estimates([nil, nil, nil]),
      ])
  ]

  @Test("A whole block has no faults")
  func whole() {
    let text = """
      data: events
      date: date
      label: title
      lanes: place
      color: place
      where: title != 'x'
      from: "2014"
      to: 2022-03
      highlight: {field: title, equal: Bombing}
      link: "../places/{place}.md"
      sort: -date
      caption: Events
      description: What happened
      source: "@steinberg2022"
      note: As stated
      """
    #expect(Self.faults(text, Self.library) == [])
  }

  @Test("What no timeline can do without is missed")
  func missing() {
    #expect(
      Self.faults("caption: x") == [
        "key-missing: caption: x", "key-missing: caption: x", "key-missing: caption: x",
      ])
    #expect(Self.faults("data: events\ndate: date").first?.hasPrefix("key-missing") == true)
    #expect(Self.faults("just text") == ["value-type-wrong: just text"])
  }

  @Test("An unknown key is an error at the key, with a suggestion")
  func unknown() throws {
    let text = "data: events\ndate: date\nlabel: title\nlane: place"
    #expect(Self.faults(text, Self.library) == ["block-key-unknown: lane"])
    let node = try #require(YAMLReader.read(Array(text.utf8), in: SourceFileID(0)).value)
    #expect(TimelineSpecification.parse(node).diagnostics.first?.help == "did you mean 'lanes'?")
  }

  @Test("Names that do not exist are errors at their own bytes")
  func names() {
    #expect(
      Self.faults("data: event\ndate: date\nlabel: title", Self.library) == [
        "dataset-missing: event"
      ])
    #expect(
      Self.faults(
        "data: events\ndate: datum\nlabel: 'titel'\nlanes: plaze\ncolor: kind", Self.library) == [
          "column-missing: datum", "column-missing: titel", "column-missing: plaze",
          "column-missing: kind",
        ])
    #expect(
      Self.faults("data: events\ndate: date\nlabel: title\nwhere: tittle == 'x'", Self.library)
        == ["column-missing: tittle"])
  }

  @Test("A column that holds no dates is an error, and so is a cell that is none")
  func dates() {
    #expect(
      Self.faults("data: events\ndate: dead\nlabel: title", Self.library) == [
        "value-type-wrong: dead"
      ])
    let faults = Self.faults(
      "data: {values: [{d: 2014-13, l: a}, {d: 2014-21, l: b}]}\ndate: d\nlabel: l")
    #expect(faults == ["cell-type-wrong: 2014-13"])
  }

  @Test("A window's ends are dates that have a beginning and an end, in this order")
  func window() {
    let head = "data: events\ndate: date\nlabel: title\n"
    #expect(Self.faults(head + "from: 2014-13", Self.library).count == 1)
    #expect(Self.faults(head + "from: ../2014", Self.library) == ["value-invalid: ../2014"])
    #expect(Self.faults(head + "to: 2014/..", Self.library) == ["value-invalid: 2014/.."])
    #expect(
      Self.faults(head + "from: 2016\nto: 2015", Self.library) == ["value-invalid: 2015"])
  }

  @Test("Values of the wrong type are errors")
  func types() {
    let head = "data: events\ndate: date\nlabel: title\n"
    for line in ["lanes: [a]", "caption: {a: b}", "from: {a: b}"] {
      let faults = Self.faults(head + line)
      #expect(faults.contains { $0.hasPrefix("value-type-wrong: ") }, "\(line)")
    }
    let faults = Self.faults("data: {vals: []}\ndate: d\nlabel: l")
    #expect(faults == ["block-key-unknown: vals"])
    // What is there already is not what was meant.
    let date = Self.faults("data: x\ndat: d\nlabel: l")
    #expect(date == ["block-key-unknown: dat"])
  }

  @Test("Undated rows are left out, and the others come in the order of time")
  func order() throws {
    let text = "data: events\ndate: date\nlabel: title\nlanes: place"
    let node = try #require(YAMLReader.read(Array(text.utf8), in: SourceFileID(0)).value)
    let specification = try #require(TimelineSpecification.parse(node).value)
    #expect(specification.datasetName?.value == "events")
    let timeline = try #require(specification.bind(to: DatasetCatalog(byName: Self.library)).value)
    #expect(timeline.rows == [2, 0])
    let items = timeline.items(in: .english)
    #expect(items.map(\.label) == ["Formed", "Bombing"])
    #expect(items.map(\.words) == ["2014", "26 August 2021"])
    // A cell that is a list stands in each of its lanes, one without a lane below them all.
    #expect(timeline.content.lanes == ["kabul", "logar", ""])
    #expect(timeline.content.events.map(\.lanes) == [[2], [0, 1]])
    let lanes = timeline.layout(width: 680, language: .german).lanes
    #expect(lanes.map { $0.label?.lines.joined() } == ["kabul", "logar", "ohne Angabe"])
  }

  @Test("Beyond six meanings the rarest share the neutral colour")
  func colors() throws {
    let rows = ["a", "b", "c", "d", "e", "f", "g", "h", "g", "h"].map { "{d: 2015, k: \($0)}" }
    let text =
      "date: d\nlabel: k\ncolor: k\nlanes: d\ndata:\n  values: [\(rows.joined(separator: ", "))]"
    let node = try #require(YAMLReader.read(Array(text.utf8), in: SourceFileID(0)).value)
    let timeline = try #require(
      TimelineSpecification.parse(node).value?.bind(to: DatasetCatalog()).value)
    #expect(timeline.content.colors == ["a", "b", "c", "d", "g", "h", "e", "f"])
    let classes = timeline.content.events.map { timeline.content.colorClass($0) }
    #expect(
      classes == [
        "c1", "c2", "c3", "c4", "mark-neutral", "mark-neutral", "c5", "c6", "c5", "c6",
      ])
  }
}

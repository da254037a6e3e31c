import Datasets
import Diagnostics
import Documents
import Testing
import Values

@testable import Charts

/// Made-up timelines, drawn and measured.
@Suite("Places of a timeline's labels")
struct TimelineLayoutTests {
  /// What kind of picture is tried.
  struct Trial: CustomTestStringConvertible, Sendable {
    let seed: UInt64
    let count: Int
    let hasLanes: Bool
    let width: Double
    let isGerman: Bool
    var keys = ""

    var testDescription: String {
      "seed \(seed): \(count) events, \(hasLanes ? "lanes" : "no lanes"), \(keys)\(width) px"
    }
  }

  static let trials: [Trial] = {
    var trials: [Trial] = []
    for seed in 1...40 as ClosedRange<UInt64> {
      for width in [680.0, 340.0] {
        trials.append(
          Trial(
            seed: seed, count: Int(seed * seed % 60) + 1, hasLanes: seed % 2 == 0, width: width,
            isGerman: seed % 5 == 0))
        trials.append(
          Trial(
            seed: seed, count: Int(seed % 9) + 2, hasLanes: seed % 3 == 0, width: width,
            isGerman: seed % 2 == 0,
            keys: "breaks: true\n" + (seed % 3 == 0 ? "groups: g\n" : "")))
      }
    }
    return trials
  }()

  static func timeline(
    seed: UInt64, count: Int, hasLanes: Bool, from: String? = nil, keys: String = ""
  ) throws -> BoundTimeline {
    var noise = Noise(seed: seed)
    let words = [
      "an", "attack", "of", "the", "Haqqani", "organisation", "negotiations", "Kunar", "in",
      "reported", "by", "United", "Nations", "underground-activity", "(perhaps)", "Übergangsrat",
      "Rechtsschutzversicherungsgesellschaften", "חדשות", "<script>",
    ]
    let span = seed % 3 == 0 ? 2 : seed % 3 == 1 ? 30 : 900
    var rows: [String] = []
    for _ in 0..<count {
      let year = 1100 + Int(noise.number(0..<Double(span)))
      let other = year + Int(noise.number(0..<6))
      let month = 1 + Int(noise.number(0..<12))
      let later = 1 + Int(noise.number(0..<12))
      let day = 1 + Int(noise.number(0..<28))
      func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
      let date = noise.pick([
        "\(year)", "\(year)?", "\(year)-\(two(month))", "\(year)-\(two(month))~",
        "\(year)-\(two(month))-\(two(day))", "\(year)-\(two(month))-\(two(day))%",
        "\(year)-\(21 + month % 4)", "\(year)-\(40 + month % 2)", "\(year)/\(other)",
        "\(year)~/\(other + 1)?", "\(year)/..", "../\(year)", "\(year)/", "/\(year)",
        "\(year)-\(two(month))/\(other + 1)-\(two(later))", "\(year / 10)X",
        "{\(year),\(other + 2)}",
      ])
      let length = Int(noise.number(0..<(noise.next() % 10 == 0 ? 40 : 9)))
      let label = (0..<length).map { _ in noise.pick(words) }.joined(separator: " ")
      let lane = noise.pick(["Kabul", "Sar-e Pol und Umgebung", "X", ""])
      let group = lane.isEmpty ? "" : noise.pick(["A group of lanes", "B", ""])
      rows.append(
        "- {d: \"\(date)\", l: \"\(label)\", s: \"\(lane)\", g: \"\(group)\"}")
    }
    let head =
      "date: d\nlabel: l\ncolor: s\nhighlight: s == 'X'\n" + (hasLanes ? "lanes: s\n" : "")
      + (from.map { "from: \"\($0)\"\n" } ?? "") + keys
    let text = head + "data:\n  values:\n" + rows.map { "    \($0)\n" }.joined()
    let node = try #require(YAMLReader.read(Array(text.utf8), in: SourceFileID(0)).value)
    let outcome = TimelineSpecification.parse(node)
    #expect(outcome.diagnostics == [])
    let bound = try #require(outcome.value).bind(to: DatasetCatalog())
    #expect(bound.diagnostics == [])
    return try #require(bound.value)
  }

  @Test("No two labels overlap, none overlaps a mark, none is cut", arguments: trials)
  func apart(trial: Trial) throws {
    let timeline = try Self.timeline(
      seed: trial.seed, count: trial.count, hasLanes: trial.hasLanes,
      from: trial.seed % 7 == 0 ? "1101" : nil, keys: trial.keys)
    let layout = timeline.layout(
      width: trial.width, language: trial.isGerman ? .german : .english)
    let picture = Box(minX: -0.01, minY: -0.01, maxX: trial.width + 0.01, maxY: layout.height)
    let labels = layout.labels
    // The letters' own boxes, as the canvas measures them.
    let boxes = labels.flatMap { label in
      label.lines.indices.map { index in
        Canvas.box(
          of: label.lines[index], label.x, label.baseline(index), label.anchor, size: label.size,
          weight: label.weight)
      }
    }
    for (index, box) in boxes.enumerated() {
      #expect(picture.contains(box), "\(box) is cut")
      for other in boxes[..<index] {
        #expect(!box.overlaps(other), "\(box) and \(other)")
      }
    }
    let items = layout.lanes.flatMap(\.items)
    #expect(items.count >= timeline.rows.count)
    let marks = layout.markBoxes
    for (index, mark) in marks.enumerated() {
      #expect(picture.contains(mark), "\(mark) is cut")
      for other in marks[..<index] { #expect(!mark.overlaps(other), "\(mark) and \(other)") }
    }
    for (number, item) in items.enumerated() {
      for label in [item.label, item.date].compactMap({ $0 }) {
        let isInside = label.style.contains("inside")
        for (other, mark) in marks.enumerated() where !(isInside && other == number) {
          #expect(!label.box.expanded(by: -1).overlaps(mark), "\(label.lines) and \(mark)")
        }
        if isInside {
          #expect(marks[number].minX <= label.minX && label.maxX <= marks[number].maxX)
        }
        #expect(label.lines.joined().filter { $0 != " " && $0 != "\u{AD}" }.isEmpty == false)
      }
    }
  }

  @Test("Every word of every label is set", arguments: [680.0, 340.0])
  func complete(width: Double) throws {
    let timeline = try Self.timeline(seed: 12, count: 60, hasLanes: true)
    let layout = timeline.layout(width: width, language: .english)
    func letters(_ text: String) -> String { text.filter { !$0.isWhitespace } }
    for item in layout.lanes.flatMap(\.items) {
      let event = timeline.content.events[item.mark.event]
      #expect(letters(item.label?.lines.joined() ?? "") == letters(event.label))
    }
  }
}

import Datasets
import Foundation
import Markup
import Testing
import Values

@testable import Charts

private struct Unexpected: Error {}

@Suite("Estimates as pictures")
struct EstimateMarkTests {
  private func mark(
    _ rows: String, x: String = "date", width: Double = 680
  ) throws -> EstimateMark {
    let chart = try ChartCase(
      """
      datasets: {d: {fields: {date: \(x), n: estimate}, rows: \(rows)}}
      chart: {description: d, data: d, mark: estimate, encoding: {x: {field: date}, y: {field: n}}}
      """
    ).bound()
    let drawing = ChartDrawing(chart, width: width, language: .english, idPrefix: "p")
    let layout = ViewLayout(
      chart: chart, words: ChartWords(.english), visual: drawing.visual,
      isNarrow: drawing.isNarrow)
    let laid = layout.layout(chart.view, available: width, ViewLayout.Guides(isAlone: true))
    guard case .plot(let plot) = laid else { throw Unexpected() }
    let box = Box(
      minX: plot.insets.left, minY: plot.insets.top, maxX: plot.insets.left + plot.width,
      maxY: plot.insets.top + plot.height)
    return EstimateMark.measure(drawing.frame(plot.model.units[0], box))
  }

  @Test("A stated bound is closed, a bound ruled out has a ring, and what is not stated is open")
  func ends() throws {
    let shapes = try mark(
      "[[2015, '10..20'], [2016, '>5'], [2017, '<9'], [2018, '3..'], [2019, '..4']]"
    ).shapes
    #expect(shapes.map(\.lowEnd) == [.closed, .exclusive, .open, .closed, .open])
    #expect(shapes.map(\.highEnd) == [.closed, .open, .exclusive, .open, .closed])
  }

  @Test("An open end reaches to the end of the axis")
  func open() throws {
    let mark = try mark("[[2015, '3..'], [2016, '..4']]")
    #expect(mark.shapes[0].high == mark.frame.box.minY)
    #expect(mark.shapes[1].low == mark.frame.box.maxY)
  }

  @Test("A year is as wide as the year, and a month as the month")
  func width() throws {
    let mark = try mark("[[2015, 5], [2018-06, 6]]")
    guard case .continuous(let scale) = mark.frame.x else { throw Unexpected() }
    func length(_ days: Double) -> Double { scale(days * 86_400_000) - scale(0) }
    // A hair's breadth on either side keeps neighbours apart.
    #expect(abs(mark.shapes[0].slot.width + 3 - length(365)) < 0.01)
    #expect(abs(mark.shapes[1].slot.width + 3 - length(30)) < 0.01)
  }

  @Test(
    "Estimates of one name stand side by side, whatever their number", arguments: [2, 3, 7, 40])
  func dodge(count: Int) throws {
    let rows = (1...count).map { "[2015, '1..\($0 + 1)']" }.joined(separator: ", ")
    let slots = try mark("[\(rows), [2016, 3]]", x: "string", width: 340).shapes.map(\.slot)
    for (left, right) in zip(slots, slots.dropFirst()) { #expect(left.high <= right.low) }
  }

  /// That every estimate takes up its date, and that its point or stem lies within.
  private func expectTrue(_ mark: EstimateMark) throws {
    let channel = try #require(mark.frame.unit[.x])
    for shape in mark.shapes {
      guard case .date(let date) = channel.value(shape.item) else { throw Unexpected() }
      let (first, last) = (try #require(date.firstMoment), try #require(date.lastMoment))
      let low = try #require(mark.frame.x.place(first))
      let high = try #require(mark.frame.x.place(last))
      let extent = (low: low, high: high)
      let margin = extent.high - extent.low > 12 ? 1.5 : 0
      #expect(abs(shape.slot.low - extent.low - margin) < 0.001)
      #expect(abs(shape.slot.high - extent.high + margin) < 0.001)
      #expect(shape.spine >= extent.low && shape.spine <= extent.high)
      #expect(abs(shape.cap.middle - (extent.low + extent.high) / 2) < 0.001)
      #expect(shape.cap.width <= max(extent.high - extent.low, EstimateShape.minimumCap))
    }
  }

  @Test(
    "On an axis of time an estimate never leaves its date",
    arguments: [
      "[[2014, 700], [2014-06, ~60], [2014-41, '1000..2000']]",
      "[[2014, 700], [2014-06-05, '183..'], [2010/2018, 500], [2018-10-15, 20]]",
      "[[2020, '1..5'], [2020, '2..6'], [2020, '..9'], [2021-03-04, 3], [2021-03-04, 3]]",
    ], [1000.0, 680, 340])
  func trueDates(rows: String, width: Double) throws {
    try expectTrue(mark(rows, width: width))
  }

  @Test("Estimates of one date are told apart by thirds within it, both as wide as the date")
  func thirds() throws {
    let shapes = try mark("[[2015, '..4000'], [2015, '..3000'], [2016, 5]]").shapes
    let slot = shapes[0].slot
    #expect(shapes[1].slot == slot)
    #expect(abs(shapes[0].spine - slot.low - slot.width / 3) < 0.001)
    #expect(abs(shapes[1].spine - slot.low - slot.width * 2 / 3) < 0.001)
    #expect(shapes.map(\.isAccompanied) == [true, true, false])
  }

  @Test("The stem of a wide span keeps clear of a narrow one upon it")
  func clear() throws {
    let shapes = try mark("[[2010/2018, '1..9'], [2014-07, '2..8']]").shapes
    #expect(shapes[1].spine == shapes[1].slot.middle)
    #expect(shapes[0].spine < shapes[1].cap.low || shapes[0].spine > shapes[1].cap.high)
  }

  @Test("The sides of a date that is not exact fade out, and it is said why")
  func soft() throws {
    let chart = try ChartCase(
      """
      datasets: {d: {fields: {date: date, n: estimate}, rows: [[2016~, 1..2], [2018~/2019, 3]]}}
      chart: {description: d, data: d, mark: estimate, encoding: {x: {field: date}, y: {field: n}}}
      """
    )
    let text = try chart.picture(680).canvas.fragment.text
    #expect(text.components(separatedBy: "case-soft-vertical-both)").count == 4)
    #expect(text.components(separatedBy: "case-soft-vertical-low)").count == 2)
    #expect(text.components(separatedBy: "Faded sides: the date is not exact").count == 3)
  }

  @Test("Slots that differ are parted with as little change as may be")
  func shares() {
    let slots = Dodge.apart(
      [Dodge.Slot(low: 0, high: 100), Dodge.Slot(low: 60, high: 70)],
      within: Dodge.Slot(low: 0, high: 300))
    #expect(slots[1].width == 10)
    #expect(slots[0].width > 80)
    #expect(slots[0].high <= slots[1].low)
  }

  @Test("Slots that do not overlap stay as they are")
  func apart() {
    let slots = [Dodge.Slot(low: 0, high: 20), Dodge.Slot(low: 20, high: 40)]
    #expect(Dodge.apart(slots, within: Dodge.Slot(low: 0, high: 100)) == slots)
  }

  @Test(
    "Each of the facts' six estimates bears its words, wide and narrow", arguments: [680.0, 340])
  func words(width: Double) throws {
    let texts = try GoldenCharts.input("estimate-strength").picture(width).canvas.texts
    let labels = texts.filter { $0.style == "mark-label" }.map(\.text)
    #expect(
      labels == [
        "at most 4,000", "at most 3,000", "1,000–2,000", "700", "1,000–2,200", "about 4,000",
      ])
  }
}

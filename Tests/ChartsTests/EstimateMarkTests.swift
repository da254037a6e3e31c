import Datasets
import Testing
import Values

@testable import Charts

private struct Unexpected: Error {}

@Suite("Estimates as pictures")
struct EstimateMarkTests {
  private func mark(_ rows: String, width: Double = 680) throws -> (EstimateMark, ChartLayout) {
    let chart = try ChartCase(
      """
      datasets: {d: {fields: {date: date, n: estimate}, rows: \(rows)}}
      chart: {description: d, data: d, mark: estimate, encoding: {x: {field: date}, y: {field: n}}}
      """
    ).bound()
    let words = ChartWords(.english)
    let layout = ChartLayout(chart, width: width, title: nil, words)
    let plot = Plot(
      box: layout.box, x: layout.x.scale, y: layout.y.scale, xOffset: [], yOffset: [],
      color: ColorScale(domain: []), size: SizeScale(maximum: 0, radius: 0), words: words,
      idPrefix: "p", isNarrow: false)
    return (EstimateMark.measure(chart.layers[0], plot), layout)
  }

  @Test("A stated bound is closed, a bound ruled out has a ring, and what is not stated is open")
  func ends() throws {
    let shapes = try mark(
      "[[2015, '10..20'], [2016, '>5'], [2017, '<9'], [2018, '3..'], [2019, '..4']]"
    ).0
      .shapes
    #expect(shapes.map(\.lowEnd) == [.closed, .exclusive, .open, .closed, .open])
    #expect(shapes.map(\.highEnd) == [.closed, .open, .exclusive, .open, .closed])
  }

  @Test("An open end reaches to the end of the axis")
  func open() throws {
    let (mark, layout) = try mark("[[2015, '3..'], [2016, '..4']]")
    #expect(mark.shapes[0].high == layout.box.minY)
    #expect(mark.shapes[1].low == layout.box.maxY)
  }

  @Test("A year is as wide as the year, and a month as the month")
  func width() throws {
    let (mark, layout) = try mark("[[2015, 5], [2018-06, 6]]")
    guard case .time(let scale) = layout.x.scale else { throw Unexpected() }
    func length(_ days: Double) -> Double { scale(days) - scale(0) }
    // A hair's breadth on either side keeps neighbours apart.
    #expect(abs(mark.shapes[0].slot.width + 3 - length(365)) < 0.01)
    #expect(abs(mark.shapes[1].slot.width + 3 - length(30)) < 0.01)
  }

  @Test(
    "Estimates of one date stand side by side, whatever their number", arguments: [2, 3, 7, 40])
  func dodge(count: Int) throws {
    let rows = (1...count).map { "[2015, '1..\($0 + 1)']" }.joined(separator: ", ")
    let slots = try mark("[\(rows), [2016, 3]]", width: 340).0.shapes.map(\.slot)
    for (left, right) in zip(slots, slots.dropFirst()) { #expect(left.high <= right.low) }
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

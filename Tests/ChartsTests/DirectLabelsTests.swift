import Markup
import Testing

@testable import Charts

@Suite("Names at the ends of lines")
struct DirectLabelsTests {
  private func picture(_ rows: String) throws -> ChartPicture {
    try ChartCase(
      """
      datasets: {d: {fields: {x: number, y: number, s: string}, rows: \(rows)}}
      chart:
        description: d
        data: d
        mark: line
        encoding: {x: {field: x}, y: {field: y}, color: {field: s}}
      """
    ).picture(680)
  }

  private func box(_ name: String, _ picture: ChartPicture) throws -> Box {
    try #require(picture.canvas.texts.first { $0.text == name && $0.style == "legend-label" }).box
  }

  @Test("The name of a line that ends early stands right behind its last point")
  func early() throws {
    let picture = try picture("[[0, 5, long], [10, 5, long], [0, 2, short], [4, 2, short]]")
    let short = try box("short", picture)
    #expect(short.maxX < 400)
    #expect(try box("long", picture).minX > 600)
    #expect(picture.faults == [])
  }

  @Test("Where another line runs, the name stands at the right, and a dotted leader goes there")
  func blocked() throws {
    let picture = try picture("[[0, 5, long], [10, 5, long], [0, 5, short], [4, 5, short]]")
    #expect(try box("short", picture).minX > 600)
    let text = picture.canvas.fragment.text
    let leaders = text.split(separator: "<").filter { $0.contains("stroke-dasharray") }
    #expect(leaders.count == 2)
    #expect(leaders.allSatisfy { $0.contains("mark-neutral stroke") })
  }
}

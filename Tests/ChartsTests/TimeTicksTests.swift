import Testing
import Values

@testable import Charts

@Suite("Ticks of time")
struct TimeTicksTests {
  private func day(_ year: Int, _ month: Int = 1, _ day: Int = 1) -> Double {
    Double(Day(year: year, month: month, day: day).number)
  }

  private func labels(
    _ from: Double, _ to: Double, width: Double
  ) -> [String] {
    TimeScale(domain: (from, to), range: (0, width)).ticks(words: TimeWords(.english)).ticks.map(
      \.label)
  }

  @Test("Eight years on a wide picture are labelled year by year")
  func years() {
    #expect(labels(day(2015), day(2023), width: 600).count == 9)
    #expect(labels(day(2015), day(2023), width: 250) == ["2016", "2018", "2020", "2022"])
  }

  @Test("Centuries, quarters, months and days are found")
  func intervals() {
    #expect(labels(day(1000), day(2000), width: 600).contains("1500"))
    #expect(labels(day(2015), day(2017), width: 400).prefix(4) == ["Jan", "Apr", "Jul", "Oct"])
    #expect(labels(day(2015), day(2015, 7), width: 600).count == 7)
    #expect(labels(day(2015, 3, 28), day(2015, 4, 4), width: 600).prefix(2) == ["28", "29"])
  }

  @Test("The year is said below the months where it changes")
  func contexts() {
    let ticks = TimeScale(domain: (day(2015, 10), day(2016, 4)), range: (0, 600))
      .ticks(words: TimeWords(.english)).ticks
    #expect(ticks.map(\.context) == ["2015", nil, nil, "2016", nil, nil, nil])
  }

  @Test("Years before the common era are counted as readers do")
  func beforeCommonEra() {
    #expect(TimeWords(.english).year(0) == "1 BCE")
    #expect(TimeWords(.german).year(-43) == "44 v. Chr.")
  }

  @Test("An endless or empty domain gives few ticks and no trap")
  func extremes() {
    #expect(labels(-1e300, 1e300, width: 600).count < 1_001)
    #expect(labels(0, 0, width: 600).count <= 1)
    #expect(labels(.nan, 5, width: 600).count <= 1)
  }
}

import Datasets
import Testing
import Values

@Suite("What is worked out of a column")
struct FigureAggregateTests {
  @Test(
    "Totals of estimates are as hedged as what they come from",
    arguments: [
      ("1000..2000 ~1500", FigureAggregate.max, "~1500..2000"),
      ("1000..2000 1500", .max, "1500..2000"),
      ("1000..2000 1500", .min, "1000..1500"),
      ("183.. 700", .max, "700.."),
      ("..9 >50", .max, ">50"),
      ("..9 >50", .min, "..9"),
      ("<20 ..20", .min, "..20"),
      ("<20 <20", .max, "<20"),
      ("1 2 9", .median, "2"),
      ("1 2", .median, "1.5"),
      ("1000..2000 ~14 9..", .median, "~14..2000"),
      (">5 <3", .median, nil),
      (">5 <3", .sum, nil),
      ("1 2.5 ..4", .sum, "..7.5"),
      ("0.1 0.2", .sum, "0.3"),
      ("1..2 3", .mean, "2..2.5"),
    ] as [(String, FigureAggregate, String?)])
  func estimates(texts: String, aggregate: FigureAggregate, expected: String?) throws {
    let values = try texts.split(separator: " ").map {
      Value.estimate(try Estimate.parse(String($0)).get())
    }
    let found = aggregate.value(of: values + [.missing])
    if let expected {
      guard case .estimate(let estimate) = found else {
        Issue.record("\(found) is no estimate")
        return
      }
      #expect(estimate.text == expected)
    } else {
      #expect(found == .missing)
    }
  }

  @Test(
    "Totals of numbers leave missing ones out, and tell no more than is known",
    arguments: [
      ([0.1, 0.2], FigureAggregate.sum, 0.3), ([1, 2], .mean, 1.5), ([1, 2, 2], .mean, 1.7),
      ([3, 1, 2], .median, 2), ([4, 1, 2, 3], .median, 2.5), ([-1, 2], .min, -1),
      ([-1, 2], .max, 2), ([5, 5, 7], .count, 3), ([], .count, 0), ([], .sum, nil),
      ([], .median, nil),
    ] as [([Double], FigureAggregate, Double?)])
  func numbers(numbers: [Double], aggregate: FigureAggregate, expected: Double?) {
    let found = aggregate.value(of: [.missing] + numbers.map(Value.number))
    #expect(found == expected.map(Value.number) ?? .missing)
  }

  @Test("Cells of any kind can be counted")
  func counting() {
    #expect(FigureAggregate.count.value(of: [.text("a"), .missing, .boolean(true)]) == .number(2))
  }
}

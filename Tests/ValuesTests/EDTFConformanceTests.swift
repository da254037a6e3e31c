import Foundation
import TestSupport
import Testing
import Values

/// The cases of `../shared/conformance/edtf`, read where they lie.
enum EDTFCases {
  struct Case: Sendable, CustomTestStringConvertible {
    let text: String
    let isValid: Bool
    let lower: String
    let upper: String
    var testDescription: String { text.isEmpty ? "(empty)" : text }
  }

  /// The file, where the folder is at hand.
  static let path: String? = Repository.conformance("edtf/cases.csv")?.path()

  static let all: [Case] = {
    guard let path, let data = FileManager.default.contents(atPath: path) else { return [] }
    return String(decoding: data, as: UTF8.self).split(separator: "\n").dropFirst().map { line in
      let cells = cells(of: line)
      return Case(
        text: cells[0], isValid: cells[2] == "true", lower: cells[3], upper: cells[4])
    }
  }()

  /// The cells of a line of CSV in which no cell holds a line end.
  private static func cells(of line: Substring) -> [String] {
    var cells = [""]
    var isQuoted = false
    for character in line {
      switch character {
      case "\"": isQuoted.toggle()
      case "," where !isQuoted: cells.append("")
      default: cells[cells.count - 1].append(character)
      }
    }
    return cells
  }
}

@Suite("The EDTF cases of others", .enabled(if: EDTFCases.path != nil))
struct EDTFConformanceTests {
  @Test("All 408 cases are there")
  func count() { #expect(EDTFCases.all.count == 408) }

  @Test("Each is valid or not, and has its earliest and latest day", arguments: EDTFCases.all)
  func agrees(_ example: EDTFCases.Case) throws {
    guard case .success(let date) = EDTFDate.parse(example.text) else {
      #expect(!example.isValid)
      return
    }
    #expect(example.isValid)
    #expect(bound(date.earliest, date.start, open: "-inf") == example.lower)
    #expect(bound(date.latest, date.end, open: "inf") == example.upper)
    #expect(date.text == example.text)
  }

  private func bound(_ day: Day?, _ edge: EDTFDate.Edge, open: String) -> String {
    guard let day else { return edge == .open ? open : "" }
    let text = EDTFDate(day).text
    return text.hasPrefix("+") ? String(text.dropFirst()) : text
  }
}

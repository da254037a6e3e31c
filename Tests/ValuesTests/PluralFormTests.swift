import Foundation
import TestSupport
import Testing
import Values

@Suite("Forms of counted words")
struct PluralFormTests {
  private static func sign(_ form: PluralForm) -> String {
    switch form {
    case .zero: "0"
    case .one: "1"
    case .two: "2"
    case .few: "f"
    case .many: "m"
    case .other: "-"
    }
  }

  @Test("Each language counts as the browsers' engine has it")
  func reference() throws {
    let file = Repository.goldens("plurals").appending(path: "forms.csv")
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n")
    #expect(lines.count > 50)
    for line in lines {
      let cells = line.split(separator: ",").map(String.init)
      let forms = (0...130).map { Self.sign(PluralForm(of: $0, in: cells[0])) }
      #expect(forms.joined() == cells[1], "\(cells[0])")
    }
  }

  @Test("A variety counts as its language does, and the unknown as English")
  func tags() {
    #expect(PluralForm(of: 3, in: "AR-EG") == .few && PluralForm(of: 0, in: "fr-CA") == .one)
    #expect(PluralForm(of: 1, in: "qqx") == .one && PluralForm(of: 0, in: "") == .other)
    #expect(PluralForm(of: -1, in: "en") == .one && PluralForm(of: .min, in: "ru") == .many)
  }
}

import Diagnostics
import TestSupport
import Testing

@testable import Documents

@Suite("Plain YAML, read without libyaml")
struct PlainYAMLTests {
  private let file = SourceFileID(0)

  /// Everything that a reading says, in words.
  private func told(_ outcome: Outcome<Node?>) -> String {
    "\(outcome.value.map(tell) ?? "nothing") \(outcome.diagnostics)"
  }

  private func tell(_ node: Node) -> String {
    let place = "\(node.span.range)"
    switch node.content {
    case .scalar(let text, let isQuoted):
      return "\(isQuoted ? "quoted" : "plain") '\(text)' \(place)"
    case .sequence(let nodes): return "[\(nodes.map(tell).joined(separator: ", "))] \(place)"
    case .mapping(let entries):
      let parts = entries.map { "\($0.key) \($0.keySpan.range): \(tell($0.value))" }
      return "{\(parts.joined(separator: ", "))} \(place)"
    }
  }

  /// Whether it is read without libyaml; what both say is held against one another.
  private func isPlain(_ text: String) -> Bool {
    let bytes = Array(text.utf8)
    let own = told(YAMLReader.read(bytes, in: file))
    let whole = told(YAMLReader.read(bytes, in: file, isWhole: true))
    #expect(own == whole, "\(text.debugDescription)")
    return PlainYAMLReader.read(bytes, YAMLPlaces(bytes: bytes, file: file) { $0 }) != nil
  }

  @Test(
    "What people write is read without libyaml, and says the same",
    arguments: [
      "title: Rain\ndate: 2023-01-05\n", "title: \"Rain: a view\"\nsummary: 'It rained.'",
      "topics: [rain, the sea, O'Hara, \"a, b\"]\ntlp: CLEAR\n", "a:\n  - b\n  - c d\n\ne: f\n",
      "a:\n- b\n- 'c'\nd: e\n", "a:\n  b:\n    c: d\n  e: f\n",
      "columns:\n  - {field: a, label: B}\n",
      "encoding:\n  x: {field: month, type: temporal}\n  y: {a: [b, {c: d}]}\n",
      "transform:\n  - filter: brief == 'b009504'\n    as: x\n  - a: b\n",
      "a: 10:30 o'clock, it's#1\n",
      "título_: x\n", "a: añb\n", "n: 1\nm: 1.50\nk: no\n", "a: b   \n\n\n", "a: \"\"\nb: ''\n",
    ])
  func plain(text: String) {
    #expect(isPlain(text) || text.hasPrefix("tí"), "\(text)")
  }

  @Test(
    "What is unusual or wrong is left to libyaml",
    arguments: [
      "", "\n", "a: b # c\n", "# a\nb: c\n", "a: &x b\nc: *x\n", "a: |\n  b\n", "a: b\n  c\n",
      "a: 'b\n  c'\n", "a: \"b\\n\"\n", "a: 'it''s'\n", "a: b\na: c\n", "a: {b: c, b: d}\n", "a:\n",
      "a:\n\nb: c\n", "- a\n", "[a]\n", "a: [b,\n c]\n", "a: b: c\n", "a: [b: c]\n", "a: [b, ]\n",
      "a: {b}\n", "a:\tb\n", "a: b\r\n", "---\na: b\n", "a: b\n...\n", "a: b\n---\nc: d\n",
      "? a\n: b\n",
      "a: !x b\n", "a: %b\n", "a: @b\n", "\u{FEFF}a: b\n", "a: b\u{85}c: d\n", "a: \u{7F}\n",
      "<<: a\n", "a: -\n", "a:\n  - - b\n", "a:\n  -\n", "a:\n  - b\n - c\n",
      "a:\n   b: c\n  d: e\n",
      " a: b\n", "a: b\n c: d\n", "a : b\n", "\"a\": b\n", "a: ~\n", "a: -5\n", "a: [b]c\n",
      "a: 'b'c\n",
      "a: [b\n", "a: \"b\n", "a: {b:c}\n", "a: \u{FFFF}\n", "a: >\n  b\n", "a:\n  b: c\n  - d\n",
      "a: b:\n",
    ])
  func unusual(text: String) {
    #expect(!isPlain(text), "\(text.debugDescription)")
  }

  @Test("Both agree on whatever comes", arguments: 1...8)
  func agreement(seed: Int) {
    var numbers = DeterministicGenerator(seed: UInt64(seed))
    var plain = 0
    for _ in 0..<1_500 {
      var lines = Writer(numbers: numbers)
      var bytes = Array(lines.document().utf8)
      numbers = lines.numbers
      let count = Int.random(in: 0...2, using: &numbers)
      for _ in 0..<count { mutate(&bytes, &numbers) }
      if isPlain(String(decoding: bytes, as: UTF8.self)) { plain += 1 }
    }
    #expect(plain > 300)
  }

  /// Puts something in the way at one place.
  private func mutate(_ bytes: inout [UInt8], _ numbers: inout DeterministicGenerator) {
    let place = Int.random(in: 0...bytes.count, using: &numbers)
    let signs = [
      " ", "  ", "\n", "\n ", ":", ": ", "- ", "-", "#", " #", "'", "\"", "[", "]", "{", "}", ",",
      "\\", "&a",
      "*a", "|", ">", "?", "!", "%", "@", "`", "\t", "\r", "~", "---\n", "...\n", "é", "\u{A0}",
      "\u{2028}",
      "<<: ", "a: ", "0", "\u{301}",
    ]
    switch Int.random(in: 0..<4, using: &numbers) {
    case 0 where place < bytes.count: bytes.remove(at: place)
    case 1 where place < bytes.count:
      bytes.removeSubrange(place..<min(bytes.count, place + Int.random(in: 1...6, using: &numbers)))
    default:
      bytes.insert(contentsOf: (signs.randomElement(using: &numbers) ?? "").utf8, at: place)
    }
  }

  /// Writes documents of the kinds that people write.
  private struct Writer {
    var numbers: DeterministicGenerator
    var depth = 0

    mutating func pick(_ choices: [String]) -> String {
      choices.randomElement(using: &numbers) ?? ""
    }

    mutating func document() -> String { mapping(indent: 0) }

    mutating func key() -> String {
      pick(["a", "b", "c", "title", "list-of", "x_1", "yes", "null", "Field", "date", "é"])
    }

    mutating func scalar(inFlow: Bool) -> String {
      let plain = [
        "rain", "the sea", "2023-01-05", "1.5", "no", "null", "O'Hara", "über alles", "(1)", "/a/b",
        "...", "x-y",
        "a_b", "b009504", "東京",
      ]
      let quoted = ["\"a: b\"", "'c, d'", "\"\"", "''", "\"# [x]\"", "' e '"]
      let block = ["a == 'b'", "10:30", "f(x), [y]", "a#b", "x, y", "a{b}", "it's \"so\""]
      return pick(plain + plain + quoted + (inFlow ? [] : block))
    }

    mutating func flow() -> String {
      depth += 1
      defer { depth -= 1 }
      let count = Int.random(in: 1...3, using: &numbers)
      let isMapping = Bool.random(using: &numbers)
      let parts = (0..<count).map { _ -> String in
        let value =
          depth < 3 && Int.random(in: 0..<5, using: &numbers) == 0 ? flow() : scalar(inFlow: true)
        return isMapping ? "\(key()): \(value)" : value
      }
      let blank = pick(["", "", " "])
      let inside = blank + parts.joined(separator: pick([", ", ",", " , "])) + blank
      return isMapping ? "{\(inside)}" : "[\(inside)]"
    }

    mutating func inLine() -> String {
      (Int.random(in: 0..<4, using: &numbers) == 0 ? flow() : scalar(inFlow: false))
        + pick(["", "", "", " "])
    }

    mutating func mapping(indent: Int) -> String {
      depth += 1
      defer { depth -= 1 }
      var text = ""
      for number in 0..<Int.random(in: 1...4, using: &numbers) {
        let margin = String(repeating: " ", count: indent)
        text += margin + key() + (number == 0 ? "" : pick(["", "1", "2", "3"])) + ":"
        let isDeep = depth < 4
        switch Int.random(in: 0..<(isDeep ? 7 : 4), using: &numbers) {
        case 4: text += "\n" + mapping(indent: indent + 1 + Int.random(in: 0...2, using: &numbers))
        case 5, 6: text += "\n" + sequence(indent: indent + Int.random(in: 0...2, using: &numbers))
        default: text += pick([" ", " ", "  "]) + inLine() + "\n"
        }
        if Int.random(in: 0..<8, using: &numbers) == 0 { text += pick(["\n", "  \n"]) }
      }
      return text
    }

    mutating func sequence(indent: Int) -> String {
      var text = ""
      for _ in 0..<Int.random(in: 1...3, using: &numbers) {
        let margin = String(repeating: " ", count: indent)
        if Int.random(in: 0..<3, using: &numbers) == 0, depth < 4 {
          text += margin + "- " + mapping(indent: indent + 2).drop { $0 == " " }
        } else {
          text += margin + pick(["- ", "-  "]) + inLine() + "\n"
        }
      }
      return text
    }
  }
}

import Diagnostics
import SiteModel
import TestSupport
import Testing

@testable import SiteCompiler

@Suite("Templates filled by forms")
struct FormTests {
  private func library(
    _ templates: [String: String], usesForms: Bool = true
  ) throws -> FormLibrary {
    try FormLibrary(
      templates.sorted { $0.key < $1.key }.map {
        ResolvedSite.Template(name: $0.key, text: $0.value, file: SourceFileID(0))
      }, usesForms: usesForms)
  }

  /// Random templates of the tags that templates may have, and objects for them.
  private struct Writer {
    var numbers: DeterministicGenerator
    var depth = 0

    mutating func pick<Choice>(_ choices: [Choice]) -> Choice {
      choices[Int.random(in: 0..<choices.count, using: &numbers)]
    }

    static let texts = ["title", "page.title", "page.note", "words.a", "name", "root"]
    static let sections = [
      "page.title", "page.note", "page.isOn", "page.items", "items", "list", "page", "name",
      "words",
      "page.inner.list", "flag", "page.inner",
    ]

    mutating func template(partials: [String]) -> String {
      var text = ""
      for _ in 0..<Int.random(in: 1...5, using: &numbers) { text += piece(partials) }
      return text
    }

    private mutating func piece(_ partials: [String]) -> String {
      depth += 1
      defer { depth -= 1 }
      switch Int.random(in: 0..<(depth < 4 ? 9 : 4), using: &numbers) {
      case 0: return pick(["<p>", "x\n", " ", "\n", "\n\n", "é ", "{ }", "  y"])
      case 1, 2: return "{{\(pick(Self.texts))}}" + pick(["", "\n", " "])
      case 3: return pick(["{{! z }}", "{{! z }}\n", "{{{page.note}}}", "{{& title}}"])
      case 4 where !partials.isEmpty: return "{{> \(pick(partials))}}" + pick(["", "\n"])
      default:
        let name = pick(Self.sections)
        let sign = pick(["#", "#", "#", "^"])
        let margin = pick(["", "", "", " "])
        return margin + "{{\(sign)\(name)}}" + pick(["", "\n", "\n", " \n"])
          + template(partials: partials) + pick(["", "\n"]) + margin + "{{/\(name)}}"
          + pick(["", "\n", "\n"])
      }
    }

    mutating func object() -> TemplateObject {
      depth += 1
      defer { depth -= 1 }
      var values: [String: TemplateValue] = [:]
      let names = [
        "title", "note", "isOn", "items", "list", "page", "name", "words", "inner", "flag", "root",
        "a",
      ]
      for name in names where depth == 1 || Bool.random(using: &numbers) {
        values[name] = value(name)
      }
      return TemplateObject(values)
    }

    private mutating func value(_ name: String) -> TemplateValue {
      switch name {
      case "isOn", "flag": .flag(Bool.random(using: &numbers))
      case "items", "list":
        .list((0..<(depth < 4 ? Int.random(in: 0...3, using: &numbers) : 0)).map { _ in object() })
      case "page", "words", "inner": depth < 4 ? .object(object()) : .flag(false)
      case "note": pick([.flag(false), .text(""), .text("n\n"), .later { "late" }])
      default:
        .text(pick(["", "x", "two\nlines\n", "&lt;", "\u{301}", "-b1", "{{a}}", "\u{1}t0\u{2}"]))
      }
    }
  }

  @Test("Forms give what the engine gives, for random templates and pages", arguments: 1...8)
  func agreement(seed: Int) throws {
    var writer = Writer(numbers: DeterministicGenerator(seed: UInt64(seed)))
    var filled = 0
    for _ in 0..<60 {
      let templates = [
        "inner": writer.template(partials: []), "outer": writer.template(partials: ["inner"]),
        "base": writer.template(partials: ["inner"]) + "{{$main}}\nnone\n{{/main}}\n"
          + writer.template(partials: []),
        "page": "{{<base}}\n{{$main}}\n" + writer.template(partials: ["outer", "inner"])
          + "{{/main}}\n{{/base}}\n",
      ]
      // What the engine cannot read is refused before.
      guard let plain = try? library(templates, usesForms: false) else { continue }
      let forms = try library(templates)
      for _ in 0..<25 {
        let object = writer.object()
        for name in ["page", "outer", "inner"] {
          let wanted = plain.render(object, with: name)
          #expect(forms.render(object, with: name) == wanted, "\(templates)")
          // The second time it is filled, where it can be.
          #expect(forms.render(object, with: name) == wanted, "\(templates)")
        }
      }
      filled += forms.formCount
    }
    #expect(filled > 300)
  }

  @Test("Pages of one shape share a form, whatever their texts and however long their lists")
  func shapes() throws {
    let forms = try library([
      "page":
        "<h1>{{title}}</h1>\n<ul>\n{{#list}}\n<li>{{name}}{{#flag}}!{{/flag}}</li>\n{{/list}}\n</ul>\n"
    ])
    func page(_ title: String, _ names: [(String, Bool)]) -> String {
      let list = names.map { TemplateObject(["name": .text($0.0), "flag": .flag($0.1)]) }
      return String(
        decoding: forms.render(
          TemplateObject(["title": .text(title), "list": .list(list)]), with: "page"), as: UTF8.self
      )
    }
    #expect(page("a", [("x", true)]) == "<h1>a</h1>\n<ul>\n<li>x!</li>\n</ul>\n")
    #expect(forms.formCount == 1)
    #expect(
      page("b", [("y", true), ("z", true)]) == "<h1>b</h1>\n<ul>\n<li>y!</li>\n<li>z!</li>\n</ul>\n"
    )
    #expect(page("c", [("y", false), ("z", true)]).contains("<li>y</li>\n<li>z!</li>"))
    #expect(forms.formCount == 1)
    #expect(page("", []) == "<h1></h1>\n<ul>\n</ul>\n")
    #expect(page("d", []) == "<h1>d</h1>\n<ul>\n</ul>\n")
    #expect(forms.formCount == 3)
  }

  @Test("A template whose partials are indented is left to the engine")
  func indented() throws {
    let forms = try library(["page": "a\n  {{> inner}}\n", "inner": "{{title}}b\nc\n"])
    for title in ["", "x", "x\n"] {
      let made = forms.render(TemplateObject(["title": .text(title)]), with: "page")
      let plain = try library(
        ["page": "a\n  {{> inner}}\n", "inner": "{{title}}b\nc\n"], usesForms: false
      )
      .render(TemplateObject(["title": .text(title)]), with: "page")
      #expect(made == plain)
    }
    #expect(forms.formCount == 0)
  }

  @Test("A template that is not there gives nothing")
  func missing() throws {
    #expect(try library([:]).render(TemplateObject([:]), with: "page").isEmpty)
  }
}

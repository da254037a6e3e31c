import Bytes
import Datasets
import Diagnostics
import Documents
import Foundation
import Markup
import TestSupport
import Testing
import Values

@testable import Charts

@Suite("Graphs")
struct GraphTests {
  static let library: DatasetLibrary = [
    "ties": Dataset(
      name: "ties",
      fields: [
        Field(name: "from", kind: .string), Field(name: "to", kind: .string, separator: ";"),
        Field(name: "kind", kind: .string), Field(name: "period", kind: .date),
        Field(name: "certainty", kind: .string),
      ],
      columns: [
        .texts(["a", "a", "b", "c", nil]), .texts(["b", "b; c", "a", "c", "a"]),
        .texts(["feeds", "owns", "hires", nil, "feeds"]),
        .dates([try? EDTFDate.parse("2014/..").get(), nil, nil, nil, nil]),
        .texts(["stated", "alleged", "stated", nil, nil]),
      ])
  ]

  static func bound(
    _ text: String, _ library: DatasetLibrary = library, language: Language = .english
  ) throws -> BoundGraph {
    let node = try #require(YAMLReader.read(Array(text.utf8), in: SourceFileID(0)).value)
    let specification = GraphSpecification.parse(node)
    #expect(specification.diagnostics == [])
    let bound = try #require(specification.value)
      .bind(to: DatasetCatalog(byName: library), language: language)
    #expect(bound.diagnostics.allSatisfy { $0.code == .rowsLeftOut })
    return try #require(bound.value)
  }

  /// What is wrong with a block, as `code: the bytes at fault`.
  static func faults(_ text: String, _ library: DatasetLibrary = library) -> [String] {
    let bytes = Array(text.utf8)
    guard let node = YAMLReader.read(bytes, in: SourceFileID(0)).value else { return ["no YAML"] }
    var diagnostics: [Diagnostic] = []
    let specification = GraphSpecification.parse(node).take(into: &diagnostics)
    _ = specification?.bind(to: DatasetCatalog(byName: library)).take(into: &diagnostics)
    // One row of the library lacks an end.
    return diagnostics.filter { $0.code != .rowsLeftOut }.map { diagnostic in
      let range = diagnostic.span?.range ?? 0..<0
      return "\(diagnostic.code.rawValue): \(bytes[range].text)"
    }
  }

  // MARK: - Reading

  @Test("A whole block has no faults")
  func whole() {
    let text = """
      data: ties
      from: from
      to: to
      kind: kind
      period: period
      certainty: certainty
      where: kind != 'x'
      sort: -kind
      directed: false
      direction: right
      caption: Ties
      description: Who feeds whom
      source: "@steinberg2022"
      note: As stated
      """
    #expect(Self.faults(text) == [])
  }

  @Test("Faults stand at their own bytes")
  func faults() {
    let start = "data: ties\nfrom: from\nto: to\n"
    #expect(Self.faults("caption: x").count == 3)
    #expect(Self.faults("caption: x").allSatisfy { $0.hasPrefix("key-missing: ") })
    #expect(Self.faults("just text") == ["value-type-wrong: just text"])
    #expect(Self.faults(start + "color: kind") == ["block-key-unknown: color"])
    #expect(Self.faults(start + "kind: kinds") == ["column-missing: kinds"])
    #expect(Self.faults("data: tie\nfrom: from\nto: to") == ["dataset-missing: tie"])
    #expect(Self.faults(start + "direction: up") == ["value-invalid: up"])
    #expect(Self.faults(start + "directed: maybe") == ["value-type-wrong: maybe"])
    #expect(Self.faults(start + "where: knd == 'x'") == ["column-missing: knd"])
    #expect(Self.faults(start + "nodes: actors") == ["dataset-missing: actors"])
    #expect(Self.faults(start + "nodes: ties") == ["block-invalid: ties"])
    #expect(Self.faults(start + "nodes: {data: ties, keys: from}").last == "block-invalid: ties")
    #expect(
      Self.faults(start + "nodes: {data: ties, key: from, label: nam}") == ["column-missing: nam"])
  }

  @Test("More edges than can be told apart are an error, not a picture")
  func tooMany() throws {
    let rows = (0...300).map { "  - {a: n\($0), b: n\($0 + 1)}" }.joined(separator: "\n")
    let faults = Self.faults("data:\n\(rows)\nfrom: a\nto: b")
    #expect(faults == ["block-invalid: a"])
  }

  @Test("Edges join nodes by name; a list joins several, and a row without an end none")
  func content() throws {
    let graph = try Self.bound("data: ties\nfrom: from\nto: to\nkind: kind\nperiod: period")
    #expect(graph.nodes.map(\.key) == ["a", "b", "c"])
    let ends = graph.content.edges.map { [$0.from, $0.to] }
    #expect(ends == [[0, 1], [0, 1], [0, 2], [1, 0], [2, 2]])
    #expect(graph.rows == [0, 1, 1, 2, 3])
    #expect(graph.content.edges[0].period == "2014–")
    #expect(graph.content.kinds == ["feeds", "owns", "hires"])
    #expect(graph.tableColumns == [0, 1, 2, 3])
    let found = graph.specification.bind(to: DatasetCatalog(byName: Self.library)).diagnostics
    #expect(found.map(\.message) == ["one row of 'ties' lacks one of both ends and is not shown"])
  }

  @Test("The degrees of certainty follow the schema's list, and each has a line of its own")
  func certainty() throws {
    let graph = try Self.bound("data: ties\nfrom: from\nto: to\ncertainty: certainty")
    #expect(graph.content.certainties == ["stated", "alleged"])
    let looks = [nil, 0, 1, 2, 3].map { EdgeStyle.look(certainty: $0).dash }
    #expect(looks[0] == looks[1])
    #expect(Set(looks[1...]).count == 4)
    #expect(EdgeStyle.look(certainty: 9).dash == looks[4])
  }

  @Test("Nodes have the names and kinds that their dataset gives")
  func looks() throws {
    var library = Self.library
    library["actors"] = Dataset(
      name: "actors",
      fields: [
        Field(name: "id", kind: .string), Field(name: "name", kind: .string),
        Field(name: "kind", kind: .string),
      ],
      columns: [
        .texts(["a", "b"]), .texts(["Alpha", nil]), .texts(["state", "group"]),
      ], primaryKey: ["id"])
    let graph = try Self.bound(
      "data: ties\nfrom: from\nto: to\nnodes: {data: actors, label: name, kind: kind}", library)
    #expect(graph.content.nodes.map(\.label) == ["Alpha", "b", "c"])
    #expect(graph.content.nodes.map(\.kind) == [0, 1, nil])
    #expect(graph.nodeDataset?.name == "actors")
  }

  // MARK: - Asking and answering

  @Test("What dot is asked holds sizes and no words of the author's")
  func request() throws {
    let text = """
      data:
        - {a: "x\\" ]; evil -> you [", b: "<b>&y", k: "}\\n"}
      from: a
      to: b
      kind: k
      """
    let graph = try Self.bound(text)
    #expect(graph.requests.count == 6)
    for request in graph.requests {
      #expect(!request.dot.contains("evil") && !request.dot.contains("&y"))
      #expect(request.dot.contains("n0 -> n1 [id=e0, label=<<TABLE"))
    }
    #expect(Set(graph.requests).count == 6)
    let fixed = try Self.bound("data: ties\nfrom: from\nto: to\ndirection: down\ndirected: false")
    #expect(fixed.requests.count == 3)
    for request in fixed.requests {
      #expect(request.dot.contains("rankdir=TB") && request.dot.contains("dir=none"))
    }
  }

  @Test("A graph without edges asks for nothing and says that there are none")
  func empty() throws {
    let graph = try Self.bound("data: ties\nfrom: from\nto: to\nwhere: kind == 'x'")
    #expect(graph.requests.isEmpty)
    let drawn = graph.draw(
      width: 680, language: .english, idPrefix: "g", placements: [:])
    #expect(drawn?.width == 680)
    #expect(drawn?.picture.text.contains(">No relations</text>") == true)
    let file = graph.drawStandalone(width: 680, language: .german, placements: [:])
    #expect(file?.text.contains(">Keine Beziehungen</text>") == true)
  }

  @Test("An answer that is no layout is none")
  func answers() {
    for text in [
      "", "{}", "[]", "null", #"{"bb": "0,0,1"}"#, #"{"bb": "0,0,nan,4"}"#, #"{"bb": "a,b,c,d"}"#,
      #"{"bb": "0,0,9,9", "objects": [{"name": "n0"}]}"#,
      #"{"bb": "0,0,9,9", "objects": [{"name": "x", "pos": "1,1"}]}"#,
      #"{"bb": "0,0,9,9", "edges": [{"id": "e0", "pos": "1,1 2,2"}]}"#,
      #"{"bb": "0,0,9,9", "edges": [{"id": "e0", "pos": "1,1 2,2 3 4,4"}]}"#,
    ] {
      #expect(GraphPlacement(json: Array(text.utf8)) == nil, "\(text)")
    }
    #expect(GraphPlacement(json: Array(#"{"bb": "0,0,9,9"}"#.utf8)) != nil)
  }

  // MARK: - Drawing

  static let folder = Repository.goldens("graphs")

  static let cases = ["actors", "kinds", "undirected"]

  /// The graph in `NAME.yaml`, with what `dot` answered once, so that no program is needed;
  /// `Tests/Golden/graphs/answer` asks it again.
  static func placed(_ name: String) throws -> (BoundGraph, [GraphRequest: GraphPlacement]) {
    let text = try String(contentsOf: folder.appending(path: "\(name).yaml"), encoding: .utf8)
    let graph = try bound(text)
    let answers = try String(contentsOf: folder.appending(path: "\(name).answers"), encoding: .utf8)
      .components(separatedBy: "\n---\n")
    let placements = zip(graph.requests, answers).compactMap { request, answer in
      GraphPlacement(json: Array(answer.utf8)).map { (request, $0) }
    }
    #expect(placements.count == graph.requests.count)
    return (graph, Dictionary(placements, uniquingKeysWith: { first, _ in first }))
  }

  @Test("A graph asks and is drawn as it was when it was last looked at", arguments: cases)
  func golden(name: String) throws {
    let file = Self.folder.appending(path: "\(name).yaml")
    let text = try String(contentsOf: file, encoding: .utf8)
    let asked = try Self.bound(text).requests.map(\.dot).joined(separator: "---\n")
    try Golden.expect(asked, at: Self.folder.appending(path: "\(name).dot"))
    let (graph, placements) = try Self.placed(name)
    for (part, width) in [("wide", 680.0), ("narrow", 340.0)] {
      let drawn = try #require(
        graph.draw(
          width: width, language: .english, idPrefix: "\(name)-\(part)", placements: placements
        ) { $0 == 0 ? "../actors/x.html" : nil })
      #expect(drawn.width >= width)
      try Golden.expect(
        drawn.picture.text, at: Self.folder.appending(path: "\(name).\(part).svg"))
    }
  }

  @Test("A picture by itself names its colours and has its title")
  func standalone() throws {
    let (graph, placements) = try Self.placed("actors")
    let drawn = graph.drawStandalone(width: 680, language: .english, placements: placements)
    let text = try #require(drawn?.text)
    #expect(text.hasPrefix("<svg xmlns="))
    #expect(!text.contains("var(--"))
    #expect(text.contains(">Ties of the harbour</text>"))
    #expect(!text.contains("<a "))
  }

  @Test("Without a description every tie is said, in the language of the page")
  func description() throws {
    let text = "data: ties\nfrom: from\nto: to\nkind: kind\nperiod: period\ncertainty: certainty"
    let graph = try Self.bound(text)
    let english = GraphWords(.english).summary(of: graph.content, isDirected: true)
    #expect(english.hasPrefix("A graph of 3 nodes and 5 ties: a, feeds → b (2014–, stated); a, o"))
    let german = GraphWords(.german).summary(of: graph.content, isDirected: true)
    #expect(german.hasPrefix("Graph mit 3 Knoten und 5 Beziehungen: a, feeds → b"))
  }
}

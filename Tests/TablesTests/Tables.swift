import Datasets
import Diagnostics
import Documents
import Foundation
import Markup
import Tables
import Testing
import Values

/// The tables of `Tests/Golden/tables` and what they draw on.
enum Tables {
  static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Golden/tables")

  static func bytes(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: folder.appending(path: name)))
  }

  static func catalog() throws -> DatasetCatalog {
    let paths = ["data/datapackage.yaml", "data/counts.csv"]
    let files = try paths.enumerated().map { index, path in
      DataFile(path: path, file: SourceFileID(index + 1), bytes: try bytes(path))
    }
    let package = PackageReader.read(descriptor: files[0], files: [files[1]])
    #expect(package.diagnostics.isEmpty)
    return DatasetCatalog(package.value.datasets.values)
  }

  static func parse(_ yaml: String) -> Outcome<TableSpecification?> {
    var diagnostics: [Diagnostic] = []
    guard let node = YAMLReader.read(Array(yaml.utf8), in: SourceFileID(0)).take(into: &diagnostics)
    else { return Outcome(nil, diagnostics) }
    return Outcome(TableSpecification.parse(node).take(into: &diagnostics), diagnostics)
  }

  /// The block bound to the data of the folder, with everything that was found.
  static func bind(_ yaml: String) throws -> Outcome<BoundTable?> {
    let specification = parse(yaml)
    var diagnostics = specification.diagnostics
    let table = try specification.value.flatMap {
      $0.bind(to: try catalog()).take(into: &diagnostics)
    }
    return Outcome(table, diagnostics)
  }

  /// What a small site would answer.
  static func answers(for table: BoundTable) -> TableAnswers {
    TableAnswers(
      link: { row, column in
        table.linkPath(row: row, column: column).map {
          TableAnswers.Link(href: $0.replacing(".md", with: ".html"), kind: .page)
        }
      },
      entity: { collection, stem in
        stem == "wren" ? nil : (stem.capitalized, "../\(collection)/\(stem).html")
      },
      citation: { key, locator in
        guard key != "nobody" else { return nil }
        var writer = MarkupWriter()
        writer.element(
          "a", ["href": "#ref-\(key)"],
          text: [key, locator].compactMap(\.self)
            .joined(separator: ", "))
        return writer.fragment
      })
  }
}

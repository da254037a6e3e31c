import Diagnostics
import Documents

/// Reads `sources` and `licenses`, which packages and resources have alike.
enum ProvenanceReader {
  /// The sources: mappings with a `title`, a `path`, an `email`.
  static func sources(_ reader: inout MappingReader) -> [DataSource] {
    let subject = "a source of \(reader.subject)"
    return reader.list("sources").compactMap { node in
      var source = MappingReader(node, of: subject)
      let title = source.required("title").flatMap(\.text)
      let path = source.text("path")
      source.accept(["email", "version"])
      source.finish().forEach { reader.report($0) }
      return title.map { DataSource(title: $0, path: path) }
    }
  }

  /// The licences: mappings with a `name` or a `path`, and a `title`.
  static func licenses(_ reader: inout MappingReader) -> [DataLicense] {
    let subject = "a licence of \(reader.subject)"
    return reader.list("licenses").compactMap { node in
      var license = MappingReader(node, of: subject)
      let name = license.text("name")
      let path = license.text("path")
      let title = license.text("title")
      if name == nil, path == nil {
        license.report(
          Diagnostic(
            .keyMissing, "\(subject) has neither 'name' nor 'path'", at: node.span,
            help: "name it as the Open Definition does, such as CC-BY-4.0"))
      }
      license.finish().forEach { reader.report($0) }
      return name == nil && path == nil
        ? nil : DataLicense(name: name, path: path, title: title)
    }
  }
}

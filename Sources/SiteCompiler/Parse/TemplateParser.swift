import Bytes
import Diagnostics
import SiteModel

/// Finds the templates of the theme and their tags.
enum TemplateParser {
  /// The templates and partials of the tree.
  static func parse(_ tree: SourceTree) -> Outcome<[ParsedTemplate]> {
    var diagnostics: [Diagnostic] = []
    var templates: [ParsedTemplate] = []
    for entry in tree.templates where entry.path.hasSuffix(".mustache") {
      guard let file = entry.text else { continue }
      let folder = SitePath.folder(of: entry.path)
      guard folder.isEmpty || folder == "partials/" else { continue }
      if let index = UTF8Check.firstIllFormedByte(in: tree[file].bytes) {
        diagnostics.append(TextEncoding.diagnostic(at: index, in: file))
      }
      let tags = TemplateScanner.scan(tree[file].bytes, file: file).take(into: &diagnostics)
      templates.append(
        ParsedTemplate(
          name: SitePath.stem(of: entry.path), isPartial: !folder.isEmpty, file: file, tags: tags))
    }
    return Outcome(templates, diagnostics)
  }
}

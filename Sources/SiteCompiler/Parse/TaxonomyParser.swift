import Diagnostics
import Documents
import SiteModel

/// Reads the taxonomies of a site.
enum TaxonomyParser {
  /// Folders, and pages at its root, that a site has of its own.
  private static let folders: Set<String> = [
    "assets", "authors", "data", "figures", "search", "series", "sitemap", "sources", "timeline",
    "years",
  ]

  /// Each taxonomy is a key of the front matter and a folder of the site.
  static func parse(_ reader: inout MappingReader, into site: inout SiteConfiguration) {
    var names: [String] = []
    for (name, span) in reader.texts("taxonomies") where !names.contains(name) {
      // Letters of any script, but small: a folder that differs by case alone is another on some disks.
      let isName =
        name.unicodeScalars.first?.properties.isAlphabetic ?? false
        && name.unicodeScalars.allSatisfy { scalar in
          let properties = scalar.properties
          return (properties.isAlphabetic && !properties.isUppercase) || scalar == "-"
            || ("0"..."9").contains(scalar)
        }
      guard isName else {
        reader.report(
          Diagnostic(
            .valueInvalid, "'\(name)' cannot be the name of a taxonomy", at: span,
            help: "it becomes a folder: write small letters, digits and hyphens, such as "
              + "working-groups"))
        continue
      }
      guard !folders.contains(name), !FrontMatterParser.keys.contains(name) else {
        reader.report(
          Diagnostic(
            .valueInvalid, "'\(name)' has another meaning and cannot be the name of a taxonomy",
            at: span, help: "choose another name"))
        continue
      }
      names.append(name)
      site.taxonomySpans[name] = span
    }
    // Topics are a taxonomy of every site.
    site.taxonomies = names.contains("topics") ? names : ["topics"] + names
  }
}

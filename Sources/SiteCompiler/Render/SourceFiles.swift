import Citations
import Markup
import SiteModel

/// The files in which sources are taken to other programs: those of the whole site beside the list
/// of all sources, and that of each brief beside the brief.
///
/// Everything that knows of them asks here: the files themselves, the claims to their paths and the
/// links to them.
enum SourceFiles {
  /// A format in which sources can be written.
  struct Format: Sendable {
    /// The ending of its files.
    let ending: String
    /// What readers call it; a proper name, the same in every language.
    let label: String
    /// The sources in that format.
    let write: @Sendable ([Source]) -> [UInt8]
  }

  /// The formats in the order in which they are offered.
  static let formats: [Format] = [
    Format(ending: "bib", label: "BibTeX", write: BibTeXWriter.write),
    Format(ending: "ris", label: "RIS", write: RISWriter.write),
    Format(ending: "csl.json", label: "CSL-JSON", write: CSLJSONWriter.write),
  ]

  /// The output paths of the files beside the page whose source is at `path`.
  static func outputs(besidePage path: String) -> [String] {
    formats.map { output($0, besidePage: path) }
  }

  /// The files beside the page whose source is at `path`.
  static func files(_ sources: [Source], besidePage path: String) -> [RenderedFile] {
    formats.map { format in
      RenderedFile(
        path: output(format, besidePage: path), content: .bytes(format.write(sources)))
    }
  }

  /// What leads to the files, for the templates.
  static func links(besidePage path: String, _ addresses: PageAddresses) -> [TemplateObject] {
    formats.map { format in
      let href = addresses.href(to: output(format, besidePage: path))
      return TemplateObject([
        "href": .text(Fragment(text: href).text), "label": .text(Fragment(text: format.label).text),
      ])
    }
  }

  private static func output(_ format: Format, besidePage path: String) -> String {
    "\(path.dropLast(3)).\(format.ending)"
  }
}

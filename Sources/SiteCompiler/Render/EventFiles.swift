import Markup
import SiteModel

/// The files in which events are taken to other programs, beside each page that lists some.
///
/// Everything that knows of them asks here: the files themselves, the claims to their paths and the
/// links to them.
enum EventFiles {
  /// The endings of the files, and the words that links to them bear.
  private static let formats = [(ending: "ics", words: "ics"), (ending: "csv", words: "eventsCSV")]

  /// The events of a page, each by its dataset and row; none for a page that lists none.
  static func rows(of page: ResolvedPage) -> [(dataset: String, row: Int)] {
    if let timeline = page.timeline { return timeline.rows }
    return page.entity?.events.map { ($0.dataset, $0.row) } ?? []
  }

  /// The output paths of the files beside the page whose source is at `path`.
  static func outputs(besidePage path: String) -> [String] {
    formats.map { output($0.ending, besidePage: path) }
  }

  /// The files beside `page`.
  static func files(of page: ResolvedPage, in site: ResolvedSite) -> [RenderedFile] {
    let events = rows(of: page).compactMap { EventRecord($0.dataset, row: $0.row, in: site) }
    guard !events.isEmpty else { return [] }
    let language = site.configuration.language(of: page.parsed.frontMatter)
    let calendar = CalendarWriter(
      name: page.plainTitle, site: site.configuration, language: language)
    let path = page.parsed.path
    return [
      RenderedFile(
        path: output("ics", besidePage: path), content: .bytes(calendar.write(events))),
      RenderedFile(
        path: output("csv", besidePage: path),
        content: .bytes(EventRecord.csv(events, in: language))),
    ]
  }

  /// What leads to the files, for the templates.
  static func links(
    of page: ResolvedPage, _ addresses: PageAddresses, _ words: InterfaceWords
  ) -> [TemplateObject] {
    guard !rows(of: page).isEmpty else { return [] }
    return formats.map { format in
      let href = addresses.href(to: output(format.ending, besidePage: page.parsed.path))
      return TemplateObject([
        "href": .text(Fragment(text: href).text),
        "label": .text(Fragment(text: words[format.words]).text),
      ])
    }
  }

  /// `timeline/events.ics` for a list of a folder's, `timeline/2014.ics` for another page.
  private static func output(_ ending: String, besidePage path: String) -> String {
    let stem = SitePath.stem(of: path)
    return SitePath.folder(of: path) + (stem == "index" ? "events" : stem) + "." + ending
  }
}

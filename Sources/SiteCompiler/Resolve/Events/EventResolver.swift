import Datasets
import Diagnostics
import SiteModel

/// Turns events into what a page shows of them.
struct EventResolver {
  let index: SiteIndex
  let references: EntityReferences

  /// The event as the page `page` shows it.
  ///
  /// - Parameter desk: Takes the citations of its row.
  func resolve(
    _ event: EventIndex.Event, on page: Int, _ desk: inout CitationDesk
  ) -> ResolvedEvent {
    let cited = references.catalog[event.row.dataset]?.citations(inRow: event.row.row) ?? []
    return ResolvedEvent(
      dataset: event.row.dataset, row: event.row.row, date: event.date, label: event.label,
      link: link(of: event, on: page), entities: event.entities.filter { $0 != page },
      citations: cited.map { desk.cite($0) })
  }

  /// Where the event leads from the page `page`; nil where nowhere.
  func link(of event: EventIndex.Event, on page: Int) -> ResolvedLink? {
    event.path.map { path in
      // What is wrong with it was found once for all pages, at its cell.
      let nowhere = SourceSpan(SourceFileID(0), 0..<0)
      return LinkResolver(index: index).resolve(path, at: nowhere, from: page).value.link
    }
  }
}

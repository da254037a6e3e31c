import Bytes
import Diagnostics
import SiteModel

/// Says what the second net found, at the place that wrote it: the raw HTML of the page, or the
/// template; where neither is known, at the page.
struct RenderedReport {
  private let site: ResolvedSite
  private let templates: TemplateAttributes

  init(_ site: ResolvedSite) {
    self.site = site
    self.templates = TemplateAttributes(site.templates)
  }

  /// One place with all the pages on which it goes wrong.
  private struct Group {
    let first: RenderedReading.Sighting
    var outputs: Set<String>
    let span: SourceSpan?
    let labels: [Diagnostic.Label]
  }

  /// A finding for each place, however many pages show it.
  func diagnostics(_ sightings: [RenderedReading.Sighting]) -> [Diagnostic] {
    var groups: [Group] = []
    var byTemplate: [SourceSpan: Int] = [:]
    for sighting in sightings {
      let page: ResolvedPage
      switch sighting.origin {
      case .copied(let span):
        groups.append(Group(first: sighting, outputs: [], span: span, labels: []))
        continue
      case .page(let index): page = site.pages[index]
      }
      if let span = rawSpan(of: sighting, on: page.parsed) {
        groups.append(Group(first: sighting, outputs: [], span: span, labels: []))
      } else if let place = templates.place(of: sighting, in: page.template) {
        if let known = byTemplate[place.span] {
          groups[known].outputs.insert(sighting.output)
        } else {
          byTemplate[place.span] = groups.count
          groups.append(
            Group(
              first: sighting, outputs: [sighting.output], span: place.span, labels: place.labels))
        }
      } else {
        groups.append(Group(first: sighting, outputs: [], span: page.parsed.span, labels: []))
      }
    }
    return groups.map(diagnostic)
  }

  /// Where raw HTML of the page has the value.
  private func rawSpan(
    of sighting: RenderedReading.Sighting, on page: ParsedPage
  ) -> SourceSpan? {
    guard site.configuration.html == .all else { return nil }
    if case .idRepeated = sighting.kind {
      return RawHTMLScan.ids(in: page).last { $0.0 == sighting.written }?.1
    }
    return RawHTMLScan.references(in: page).first { $0.written.text == sighting.written }?.span
  }

  private func diagnostic(_ group: Group) -> Diagnostic {
    let sighting = group.first
    var page = "the produced '\(sighting.output)'"
    if case .copied = sighting.origin { page = "this page" }
    let value = "'\(sighting.written)'"
    var code = DiagnosticCode.renderedLinkBroken
    var message: String
    var help: String?
    switch sighting.kind {
    case .fileMissing:
      message = "\(page) leads to \(value), where the site has nothing"
    case .idMissing:
      message = "\(page) leads to \(value), and nothing there has that id"
    case .referenceMissing:
      message =
        "'\(sighting.attribute)' of \(page) names \(value), the id of nothing on it"
    case .idRepeated:
      code = .idDuplicate
      message = "the id \(value) stands twice on \(page)"
      help = "give one another id"
    case .empty: message = "\(page) has an empty '\(sighting.attribute)'"
    case .outside: message = "\(page) leads out of the site with \(value)"
    case .remote:
      code = .assetRemote
      message = "\(page) would fetch \(value) from another host"
      help = "save it in Templates/assets/ or Content/assets/ and refer to that"
    }
    let others = group.outputs.subtracting([sighting.output]).count
    if others > 0 { message += ", and so \(others == 1 ? "does" : "do") \(others) more" }
    return Diagnostic(code, message, at: group.span, labels: group.labels, help: help)
  }
}

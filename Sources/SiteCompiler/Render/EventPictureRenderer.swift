import Charts
import Markup
import SiteModel
import Values

/// Draws the events of a page that stand in no block, for wide and for narrow screens.
struct EventPictureRenderer {
  let language: Language
  /// What ids in the pictures begin with.
  let idPrefix: String

  /// Draws `events`, or nothing where they are too few or too many for a picture.
  ///
  /// - Parameters:
  ///   - year: The year that is shown whole; nil for all the time that the events take up.
  ///   - title: What the picture is called for those who do not see it.
  ///   - href: Where an event leads, given its place among `events`.
  func write(
    _ events: [ResolvedEvent], in year: Int? = nil, title: String,
    to writer: inout MarkupWriter, href: (Int, ResolvedEvent) -> String?
  ) {
    let drawn = events.map { EventPicture.Event(date: $0.date, label: $0.label) }
    guard let picture = EventPicture(drawn, in: year) else { return }
    writer.element("div", ["class": "event-picture"]) { writer in
      for (name, width) in FigureRenderer.widths {
        writer.element("div", ["class": "picture picture-\(name)"]) { writer in
          writer.fragment(
            picture.draw(
              width: width, language: language, idPrefix: "\(idPrefix)-\(name)", title: title
            ) { href($0, events[$0]) })
        }
        writer.newline()
      }
    }
    writer.newline()
  }
}

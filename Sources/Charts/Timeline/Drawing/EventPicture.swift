public import Markup
public import Values

/// A picture of events that stand in no block: those of a year, or of an entity.
public struct EventPicture: Sendable {
  /// An event.
  public struct Event: Sendable {
    /// When.
    public let date: EDTFDate
    /// What, in plain text.
    public let label: String

    /// The event `label` at `date`.
    public init(date: EDTFDate, label: String) {
      self.date = date
      self.label = label
    }
  }

  private let content: TimelineContent

  /// How many events a picture can show so that each bears its words and is found at a glance.
  public static let limit = 60

  /// A picture of `events`, or nil where fewer than two, or more than ``limit``, would be in it.
  ///
  /// - Parameter year: The year that is shown whole, with what reaches into it cut at its ends; nil
  ///   for all the time that the events take up.
  public init?(_ events: [Event], in year: Int? = nil) {
    let window = year.map { year in
      (
        Double(Day(year: year, month: 1, day: 1).number),
        Double(Day(year: year + 1, month: 1, day: 1).number)
      )
    }
    var content = TimelineContent()
    for (index, event) in events.enumerated() {
      guard let drawn = DrawnDate(event.date),
        window.map({ drawn.cut(from: $0.0, to: $0.1) != nil }) ?? true
      else { continue }
      content.events.append(
        TimelineContent.Event(
          row: index, date: event.date, drawn: drawn, label: event.label, lanes: [], color: nil,
          isHighlighted: false))
    }
    guard content.events.count >= 2, content.events.count <= Self.limit else { return nil }
    content.from = window?.0
    content.to = window?.1
    content.sortByTime()
    self.content = content
  }

  /// Draws it as SVG for a page, in the classes of the site's sheet.
  ///
  /// - Parameters:
  ///   - width: The width in px; below 480 time runs down.
  ///   - idPrefix: What every id in the picture begins with.
  ///   - title: What it is called for those who do not see it, as plain text.
  ///   - href: Where an event leads, by its place among those given; nil where nowhere.
  public func draw(
    width: Double, language: Language, idPrefix: String, title: String,
    href: (Int) -> String? = { _ in nil }
  ) -> Fragment {
    TimelinePicture(content, width: width, language: language, title: title)
      .document(idPrefix: idPrefix, standalone: nil, href: href)
  }
}

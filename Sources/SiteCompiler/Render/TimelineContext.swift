import Markup
import SiteModel
import Values

/// What a template may show of a page of the publication's timeline, written once.
struct TimelineContext {
  private let timeline: ResolvedTimeline
  private let page: ResolvedPage
  private let addresses: PageAddresses
  private let language: Language
  private let words: InterfaceWords
  private var picture = Fragment()
  private var earlier = Fragment()
  private var groups: [Fragment] = []

  init(
    _ timeline: ResolvedTimeline, page: ResolvedPage, addresses: PageAddresses,
    language: Language, words: InterfaceWords
  ) {
    self.timeline = timeline
    self.page = page
    self.addresses = addresses
    self.language = language
    self.words = words
    var marks = DataCitationMarks(place: "timeline", citations: page.citations)
    let list = EventListRenderer(page: page, addresses: addresses, language: language)
    func write(_ events: [ResolvedEvent]) -> Fragment {
      guard !events.isEmpty else { return Fragment() }
      var writer = MarkupWriter()
      list.write(
        events.map { list.entry($0, id: Self.id(of: $0)) }, &marks, to: &writer)
      return writer.fragment
    }
    earlier = write(timeline.earlier)
    groups = timeline.groups.map { write($0.events) }
    var writer = MarkupWriter()
    EventPictureRenderer(language: language, idPrefix: "timeline-picture").write(
      timeline.earlier + timeline.groups.flatMap(\.events), in: timeline.address.year,
      title: page.plainTitle, to: &writer
    ) { "#" + Self.id(of: $1) }
    picture = writer.fragment
  }

  /// The places where the events cite something.
  var marks: [Fragment.Mark] { earlier.marks + groups.flatMap(\.marks) }

  /// The names for the templates.
  var values: [String: TemplateValue] {
    let position = timeline.years.firstIndex(where: \.isCurrent)
    let wholes = timeline.address.year == nil ? nil : whole
    return [
      "isYear": .flag(timeline.address.year != nil),
      "count": .text(count(timeline.count)),
      "picture": .text(picture.text),
      "hasEarlier": .flag(!earlier.isEmpty), "earlier": .text(earlier.text),
      "groups": .list(zip(timeline.groups, groups).map(group)),
      "whole": wholes.map { .text(escaped(addresses.href(to: $0))) } ?? .flag(false),
      "years": .list(timeline.years.map(year)),
      "hasYears": .flag(timeline.years.count > 1),
      "datasets": .list(timeline.datasets.map(dataset)),
      "hasDatasets": .flag(!timeline.datasets.isEmpty),
      "previous": neighbour(position.map { $0 - 1 }),
      "next": neighbour(position.map { $0 + 1 }),
      "files": .list(EventFiles.links(of: page, addresses, words)),
    ]
  }

  /// The page of all years.
  private var whole: Int? {
    addresses.site.page(at: TimelineAddress(dataset: timeline.address.dataset).path)
  }

  private static func id(of event: ResolvedEvent) -> String {
    "event.\(event.dataset).\(event.row + 1)"
  }

  private func escaped(_ text: String) -> String { Fragment(text: text).text }

  private func grouped(_ number: Int) -> String {
    NumberWords.grouped(Double(number), in: language)
  }

  private func count(_ number: Int) -> String {
    escaped(words.counted("eventsCounted", number))
  }

  private func name(of year: Int?) -> String {
    year.map { EDTFDate.year($0).words(in: language) } ?? words["withoutYear"]
  }

  private func group(_ group: ResolvedTimeline.Group, _ events: Fragment) -> TemplateObject {
    let left = group.count - group.events.count
    return TemplateObject([
      "title": .text(escaped(name(of: group.year))),
      "id": .text(group.year.map { "year.\($0)" } ?? "year.none"),
      "href": group.page.map { .text(escaped(addresses.href(to: $0))) } ?? .flag(false),
      "count": .text(count(group.count)), "events": .text(events.text),
      "hasEvents": .flag(!events.isEmpty),
      "more": left > 0 && !group.events.isEmpty
        ? .text(escaped(words.counted("moreEvents", left)))
        : .flag(false),
    ])
  }

  /// A year with a bar as long as its share of the fullest year.
  private func year(_ choice: ResolvedTimeline.Choice) -> TemplateObject {
    let most = timeline.years.map(\.count).max() ?? 1
    let share = max(4, (Double(choice.count) / Double(max(most, 1)) * 100).rounded())
    var writer = MarkupWriter()
    writer.element(
      "svg",
      [
        "class": "share", "viewBox": "0 0 100 3", "preserveAspectRatio": "none",
        "aria-hidden": "true", "focusable": "false",
      ]
    ) { writer in
      writer.empty("rect", ["width": .number(share), "height": "3"])
    }
    return TemplateObject([
      "title": .text(escaped(name(of: choice.year))),
      "href": .text(escaped(addresses.href(to: choice.page))),
      "number": .text(escaped(grouped(choice.count))), "count": .text(count(choice.count)),
      "isCurrent": .flag(choice.isCurrent), "bar": .text(writer.fragment.text),
    ])
  }

  private func dataset(_ choice: ResolvedTimeline.Choice) -> TemplateObject {
    TemplateObject([
      "title": .text(escaped(choice.title ?? words["all"])),
      "href": .text(escaped(addresses.href(to: choice.page))),
      "number": .text(escaped(grouped(choice.count))), "count": .text(count(choice.count)),
      "isCurrent": .flag(choice.isCurrent),
    ])
  }

  private func neighbour(_ position: Int?) -> TemplateValue {
    guard let position, timeline.years.indices.contains(position) else { return .flag(false) }
    let choice = timeline.years[position]
    return .object(
      TemplateObject([
        "href": .text(escaped(addresses.href(to: choice.page))),
        "title": .text(escaped(name(of: choice.year))),
      ]))
  }
}

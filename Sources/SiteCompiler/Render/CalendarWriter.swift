import Bytes
import Datasets
import SiteModel
import Values

/// Writes events as an iCalendar object (RFC 5545), each on all of the days that it may fall on.
///
/// A calendar knows only days. What the date says besides stands in words behind the event's name,
/// and the date as the source states it in `X-EDTF`. Only years from 1 to 9999 have a form there
/// (section 3.3.4); other events are left out.
struct CalendarWriter {
  /// What the calendar is called.
  let name: String
  let site: SiteConfiguration
  let language: Language

  /// The calendar as bytes.
  func write(_ events: [EventRecord]) -> [UInt8] {
    var lines = ContentLines()
    lines.add("BEGIN", "VCALENDAR")
    lines.add("VERSION", "2.0")
    lines.add("PRODID", "-//Dossier//Dossier//EN")
    lines.add("CALSCALE", "GREGORIAN")
    let title = site.title.isEmpty || site.title == name ? name : "\(site.title): \(name)"
    lines.addText("NAME", title)
    lines.addText("X-WR-CALNAME", title)
    for event in events { add(event, to: &lines) }
    lines.add("END", "VCALENDAR")
    return lines.bytes
  }

  private func add(_ event: EventRecord, to lines: inout ContentLines) {
    guard let (first, last) = event.date.extent, first.civil.year >= 1,
      Day(last.number + 1).civil.year <= 9_999
    else { return }
    let words = event.date.words(in: language)
    lines.add("BEGIN", "VEVENT")
    lines.add("UID", identifier(event))
    // The same input gives the same bytes: a clock may not be asked, and RFC 5545 wants a time.
    lines.add("DTSTAMP", "19700101T000000Z")
    lines.add("DTSTART;VALUE=DATE", text(first))
    lines.add("DTEND;VALUE=DATE", text(Day(last.number + 1)))
    let isOutright =
      event.date.precision <= .day && event.date.start == .sharp
      && event.date.end == .sharp
    lines.addText("SUMMARY", isOutright ? event.label : "\(event.label) (\(words))")
    lines.addText("DESCRIPTION", ([words] + event.sources).joined(separator: "\n"))
    lines.addText("CATEGORIES", event.dataset.title ?? event.dataset.name)
    lines.add("TRANSP", "TRANSPARENT")
    lines.addText("X-EDTF", event.date.text)
    lines.add("END", "VEVENT")
  }

  /// An id that no other event in the world has, and that stays when the event is moved or renamed.
  private func identifier(_ event: EventRecord) -> String {
    let publication = site.baseURL ?? site.title
    let text = "\(publication)\n\(event.dataset.name)\n\(event.key)"
    return Digest.sha1.text(of: Array(text.utf8)) + "@dossier"
  }

  /// A day in the basic form of ISO 8601, as section 3.3.4 has it.
  private func text(_ day: Day) -> String { EDTFDate(day).text.replacing("-", with: "") }
}

/// Content lines of iCalendar: RFC 5545, section 3.1.
private struct ContentLines {
  private(set) var bytes: [UInt8] = []

  /// The most bytes that a line has, its end not counted.
  private static let limit = 75

  /// Adds a line whose value has a form of its own.
  mutating func add(_ name: String, _ value: String) {
    var count = 0
    for scalar in "\(name):\(value)".unicodeScalars {
      let encoded = UTF8.encode(scalar).map(Array.init) ?? []
      if count + encoded.count > Self.limit {
        // What is folded goes on behind a space, which counts.
        bytes += [0x0D, 0x0A, UInt8(ascii: " ")]
        count = 1
      }
      bytes += encoded
      count += encoded.count
    }
    bytes += [0x0D, 0x0A]
  }

  /// Adds a line whose value is text (section 3.3.11): marks of the grammar are escaped, and controls,
  /// which have no form, left out.
  mutating func addText(_ name: String, _ text: String) {
    var value = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\\", ";", ",": value += "\\\(scalar)"
      case "\n": value += "\\n"
      default:
        if scalar.value >= 0x20 && scalar.value != 0x7F || scalar == "\t" {
          value.unicodeScalars.append(scalar)
        }
      }
    }
    add(name, value)
  }
}

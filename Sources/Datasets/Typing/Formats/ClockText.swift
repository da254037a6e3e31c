import Bytes
import Values

/// Reads days, moments and times of day as Table Schema writes them.
enum ClockText {
  private static let edtfHelp =
    "other dates need the type string and the rdfType http://id.loc.gov/datatypes/edtf"

  /// `YYYY-MM-DD`, the format `default` of `date`.
  static func day(_ text: String) -> Result<EDTFDate, CellFault> {
    guard isShaped(text, "0000-00-00") else {
      return .failure(CellFault(cause: "it is not written YYYY-MM-DD", help: edtfHelp))
    }
    return CellText.date(text)
  }

  /// `YYYY-MM`, Table Schema's `yearmonth`.
  static func month(_ text: String) -> Result<EDTFDate, CellFault> {
    let bytes = Array(text.utf8)
    // EDTF's months beyond 12 are seasons and quarters.
    guard isShaped(text, "0000-00"),
      (1...12).contains(bytes[5].digitValue * 10 + bytes[6].digitValue)
    else {
      return .failure(CellFault(cause: "it is not written YYYY-MM", help: edtfHelp))
    }
    return CellText.date(text)
  }

  /// XML Schema's `dateTime`, section 3.2.7: `YYYY-MM-DDThh:mm:ss`, perhaps with a fraction and a
  /// zone.
  static func moment(_ text: String) -> Result<EDTFDate, CellFault> {
    let bytes = Array(text.utf8)
    let fault = CellFault(
      cause: "it is not written YYYY-MM-DDThh:mm:ssZ",
      help: "other ways to write it need a 'format', such as \"%d/%m/%Y %H:%M\"")
    guard bytes.count >= 19, isShaped(bytes[..<19].text, "0000-00-00T00:00:00") else {
      return .failure(fault)
    }
    var rest = bytes[19...]
    var fraction = ""
    if rest.first == UInt8(ascii: ".") {
      let digits = rest.dropFirst().prefix(while: \.isASCIIDigit)
      guard !digits.isEmpty else { return .failure(fault) }
      fraction = TimeParts(fraction: digits.text).fractionText
      rest = rest.dropFirst(digits.count + 1)
    }
    return moment(bytes[..<19].text, fraction: fraction, zone: rest.text)
  }

  /// A moment, its fraction of a second kept in its text, since dates know whole seconds only.
  private static func moment(
    _ text: String, fraction: String, zone: String
  ) -> Result<EDTFDate, CellFault> {
    CellText.date(text + zone).map { date in
      fraction.isEmpty ? date : date.written(text + fraction + zone)
    }
  }

  /// A date or a moment that a pattern describes.
  static func date(_ text: String, _ pattern: TimePattern) -> Result<EDTFDate, CellFault> {
    guard let parts = pattern.match(text) else {
      return .failure(CellFault(cause: "it is not written as the field's 'format' says"))
    }
    return date(parts)
  }

  private static func date(_ parts: TimeParts) -> Result<EDTFDate, CellFault> {
    guard let day = parts.dateText else { return .failure(CellFault(cause: "it has no year")) }
    guard parts.day != nil, let clock = parts.clockText else { return CellText.date(day) }
    return moment(day + "T" + clock, fraction: parts.fractionText, zone: parts.zone ?? "")
  }

  /// The ways to write a date about which there is no doubt; which of two numbers the day is in
  /// `3/4/2020`, only the author knows.
  static func anyDate(_ text: String) -> Result<EDTFDate, CellFault> {
    for pattern in anyDates {
      if let parts = pattern.match(text) { return date(parts) }
    }
    return .failure(
      CellFault(
        cause: "it can be read in several ways or in none",
        help: "say how dates are written, with a 'format' such as \"%d/%m/%Y\""))
  }

  private static let anyDates: [TimePattern] = {
    let days = ["%Y-%m-%d", "%Y/%m/%d", "%Y%m%d", "%d.%m.%Y", "%d %B %Y", "%B %d, %Y", "%B %d %Y"]
    let clocks = ["%H:%M:%S.%f%z", "%H:%M:%S.%f", "%H:%M:%S%z", "%H:%M:%S", "%H:%M%z", "%H:%M"]
    let joints = ["T", " ", ", "]
    var texts = days
    for day in days {
      for joint in joints { texts += clocks.map { day + joint + $0 } }
    }
    return texts.compactMap(pattern)
  }()

  private static let anyTimes: [TimePattern] = [
    "%H:%M:%S.%f%z", "%H:%M:%S.%f", "%H:%M:%S%z", "%H:%M:%S", "%H:%M%z", "%H:%M",
    "%I:%M:%S %p", "%I:%M %p", "%I:%M%p", "%I %p", "%I%p",
  ].compactMap(pattern)

  private static func pattern(_ text: String) -> TimePattern? {
    guard case .success(let pattern) = TimePattern.parse(text) else { return nil }
    return pattern
  }

  /// A time of day, as `hh:mm:ss` with what fraction and zone it has.
  static func time(_ text: String, _ format: CellSyntax.Format) -> Result<String, CellFault> {
    let parts: TimeParts?
    let cause: String
    switch format {
    case .pattern(let pattern):
      parts = pattern.match(text)
      cause = "it is not written as the field's 'format' says"
    case .any:
      parts = anyTimes.lazy.compactMap { $0.match(text) }.first
      cause = "it can be read in several ways or in none"
    default:
      guard isShaped(text.utf8.prefix(8).text, "00:00:00") else {
        return .failure(
          CellFault(
            cause: "it is not written hh:mm:ss",
            help: "other ways to write it need a 'format', such as \"%H:%M\""))
      }
      // ISO 8601-1 section 4.3.4: the end of the day.
      if text == "24:00:00" { return .success(text) }
      parts = anyTimes[..<4].lazy.compactMap { $0.match(text) }.first
      cause = "it is not written hh:mm:ss"
    }
    guard let parts, let clock = parts.clockText else { return .failure(CellFault(cause: cause)) }
    return .success(clock + parts.fractionText + (parts.zone ?? ""))
  }

  /// Whether the text has digits where the shape has zeros, and the shape's own characters elsewhere.
  static func isShaped(_ text: String, _ shape: String) -> Bool {
    guard text.utf8.count == shape.utf8.count else { return false }
    return zip(text.utf8, shape.utf8).allSatisfy { byte, wanted in
      wanted == UInt8(ascii: "0") ? byte.isASCIIDigit : byte == wanted
    }
  }
}

import Values

/// What a timeline says in its own words, in one language.
struct TimelineWords: Sendable {
  /// The words of the axis.
  let axis: TimeWords
  /// The colours beyond the sixth.
  let other: String
  /// The lane of events that have none.
  let noLane: String
  /// What stands where there is nothing to show.
  let empty: String
  /// The name of a picture that has no title.
  let timeline: String
  private let signs: [TimelineSample.Sign: String]
  private let language: Language
  private let isGerman: Bool

  /// What a sign means.
  func sign(_ sign: TimelineSample.Sign) -> String { signs[sign] ?? "" }

  /// What is said where there are too many events for labels.
  func crowded(_ count: Int) -> String {
    let number = NumberWords.grouped(Double(count), in: language)
    return isGerman
      ? "\(number) Ereignisse; ihre Namen stehen in der Liste"
      : "\(number) events; the list has their names"
  }

  /// What is said of the time that is left out.
  func leftOut(_ breaks: [TimeScale.Break]) -> String {
    let stretches = breaks.map { $0.words(in: language) }.joined(separator: "; ")
    return isGerman
      ? "Ausgelassen, da ohne Einträge: \(stretches)"
      : "Left out, being without entries: \(stretches)"
  }

  /// What the picture shows, in a sentence made from the data.
  /// - Parameters:
  ///   - years: The years, in words, of the first and the last day shown.
  ///   - lanes: The lanes' names.
  func summary(count: Int, years: (String, String), lanes: [String]) -> String {
    guard count > 0 else { return empty }
    let (first, last) = years
    let number = NumberWords.grouped(Double(count), in: language)
    let named = lanes.prefix(20).joined(separator: ", ") + (lanes.count > 20 ? ", …" : "")
    if isGerman {
      let events = count == 1 ? "einem Ereignis" : "\(number) Ereignissen"
      let time = first == last ? first : "\(first) bis \(last)"
      return "Zeitleiste mit \(events), \(time)" + (named.isEmpty ? "." : ", in Spuren: \(named).")
    }
    let events = count == 1 ? "one event" : "\(number) events"
    let time = first == last ? first : "\(first) to \(last)"
    return "A timeline of \(events), \(time)" + (named.isEmpty ? "." : ", in lanes: \(named).")
  }

  /// The words in `language`.
  init(_ language: Language) {
    if language.tag == "de" || language.tag.hasPrefix("de-") {
      self.init(
        axis: TimeWords(language), other: "Sonstige", noLane: "ohne Angabe",
        empty: "Keine datierten Ereignisse", timeline: "Zeitleiste",
        signs: [
          .day: "an einem Tag", .within: "irgendwann darin", .throughout: "die ganze Zeit",
          .about: "ungefähr", .doubtful: "vielleicht", .open: "offen",
          .unknown: "nicht bekannt", .cut: "reicht über das Bild hinaus",
        ], language: language, isGerman: true)
    } else {
      self.init(
        axis: TimeWords(language), other: "Other", noLane: "not stated", empty: "No dated events",
        timeline: "Timeline",
        signs: [
          .day: "on a day", .within: "sometime within", .throughout: "throughout",
          .about: "about", .doubtful: "possibly", .open: "open-ended",
          .unknown: "end unknown", .cut: "continues outside the picture",
        ], language: language, isGerman: false)
    }
  }

  private init(
    axis: TimeWords, other: String, noLane: String, empty: String, timeline: String,
    signs: [TimelineSample.Sign: String], language: Language, isGerman: Bool
  ) {
    self.axis = axis
    self.other = other
    self.noLane = noLane
    self.empty = empty
    self.timeline = timeline
    self.signs = signs
    self.language = language
    self.isGerman = isGerman
  }
}

/// A length of time by the units in which it was written, ready to be said.
public struct TimeLength: Hashable, Sendable {
  /// A unit, the longest first.
  public enum Unit: Int, CaseIterable, Sendable {
    /// Years of the calendar.
    case year
    /// Months of the calendar.
    case month
    /// Seven days.
    case week
    /// Days.
    case day
    /// Hours.
    case hour
    /// Minutes.
    case minute
    /// Seconds, perhaps with a fraction.
    case second
  }

  /// How much of a unit.
  public struct Part: Hashable, Sendable {
    /// The unit.
    public let unit: Unit
    /// How many, or which part of one.
    public let amount: Double

    /// `amount` of `unit`.
    public init(_ amount: Double, _ unit: Unit) {
      self.unit = unit
      self.amount = amount
    }
  }

  /// What it is made of, in the order in which it was written.
  public let parts: [Part]
  /// Whether it goes back in time.
  public let isNegative: Bool

  /// A length of those parts.
  public init(_ parts: [Part], isNegative: Bool = false) {
    self.parts = parts
    self.isNegative = isNegative
  }

  /// The length as in running text: `1 hour 10 minutes`.
  public func words(in language: Language) -> String {
    text(in: language) { unit, amount in amount == 1 ? unit.one : unit.many }
  }

  /// The length as in a table: `1 h 10 min`.
  public func shortWords(in language: Language) -> String {
    text(in: language) { unit, _ in unit.short }
  }

  private func text(
    in language: Language, _ phrase: (Vocabulary.DurationUnit, Double) -> Phrase
  ) -> String {
    // Zeros say nothing, unless there is nothing else.
    var said = parts.filter { $0.amount != 0 }
    if said.isEmpty { said = Array(parts.suffix(1)) }
    let texts = said.map { part in
      phrase(language.words.durations[part.unit.rawValue], part.amount)([
        .number: NumberWords.grouped(part.amount, in: language)
      ])
    }
    let text = texts.joined(separator: " ")
    return isNegative ? language.words.earlier([.number: text]) : text
  }
}

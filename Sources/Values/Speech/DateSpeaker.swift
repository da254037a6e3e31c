/// Says dates in one language, in full for running text or in short for axes and tables.
struct DateSpeaker {
  /// Where a date stands in a sentence; see ``Vocabulary/Noun``.
  enum Place {
    /// By itself, or first in a range.
    case plain
    /// In "from … onwards" and "between … and …".
    case after
    /// In "by …".
    case until
    /// Last in a range.
    case rangeEnd
  }

  let language: Language
  let isShort: Bool

  var words: Vocabulary { language.words }

  init(_ language: Language, isShort: Bool) {
    self.language = language
    self.isShort = isShort
  }

  /// A date of any form.
  func say(_ form: EDTFDate.Form) -> String {
    switch form {
    case .single(let single): hedged(single, .plain)
    case .interval(let from, let to): interval(from, to)
    case .set(let choice, let members): set(choice, members)
    }
  }

  // MARK: - Doubts

  /// A date with all that the source says about its certainty.
  func hedged(_ single: EDTFDate.Single, _ place: Place) -> String {
    possibly(single, about(single, place))
  }

  /// The text with "possibly", where the whole date is uncertain.
  func possibly(_ single: EDTFDate.Single, _ text: String) -> String {
    guard doubt(of: single).contains(.uncertain) else { return text }
    return (isShort ? words.shortPossibly : words.possibly)([.date: text])
  }

  /// A date with its approximation and its remarks, but without "possibly".
  func about(_ single: EDTFDate.Single, _ place: Place) -> String {
    let bare = bare(single, place)
    let isAbout = doubt(of: single).contains(.approximate)
    if isShort { return isAbout ? words.shortAbout([.date: bare.text]) : bare.text }
    var remarks: [String] = []
    if !bare.unknown.isEmpty {
      remarks.append(words.unknownParts([.parts: names(of: bare.unknown)]))
    }
    if single.wholeDoubt == nil { remarks += doubtRemarks(single) }
    let text = remarks.isEmpty ? bare.text : "\(bare.text) (\(remarks.joined(separator: ", ")))"
    return isAbout ? words.about([.date: text]) : text
  }

  /// The doubt that is said of the date as a whole.
  ///
  /// In full, doubts about single parts are remarks; in short there is no room for them, and any
  /// of them marks the date.
  private func doubt(of single: EDTFDate.Single) -> EDTFDate.Doubt {
    guard isShort else { return single.wholeDoubt ?? [] }
    let all = single.doubts.year.union(single.doubts.month).union(single.doubts.day)
    return single.year.significantDigits == nil ? all : all.union(.approximate)
  }

  private func doubtRemarks(_ single: EDTFDate.Single) -> [String] {
    let parts: [(DatePart, EDTFDate.Doubt)] = [
      (.day, single.doubts.day), (.month, single.doubts.month), (.year, single.doubts.year),
    ]
    let phrases: [(EDTFDate.Doubt, Phrase)] = [
      (.uncertain, words.uncertainParts), (.approximate, words.approximateParts),
      ([.uncertain, .approximate], words.uncertainApproximateParts),
    ]
    return phrases.compactMap { doubt, phrase in
      let doubted = parts.filter { $0.1 == doubt }.map(\.0)
      return doubted.isEmpty ? nil : phrase([.parts: names(of: doubted)])
    }
  }

  private func names(of parts: [DatePart]) -> String {
    list(parts.map { words.partNames[$0.rawValue] }, words.and)
  }

  /// Texts with commas, and a phrase between the last two.
  func list(_ texts: [String], _ last: Phrase) -> String {
    guard texts.count > 1, let end = texts.last else { return texts.first ?? "" }
    return last([.from: texts.dropLast().joined(separator: ", "), .to: end])
  }
}

/// A part of a date that a remark names.
enum DatePart: Int {
  case day
  case month
  case year
}

extension EDTFDate.Single {
  /// The doubt that is said of the date as a whole, or nil where it is said of its parts.
  ///
  /// That is one that all parts share, or "about" on the finest part alone: what is about the 11th
  /// is about 11 June.
  var wholeDoubt: EDTFDate.Doubt? {
    switch part {
    case .year: return doubts.year
    case .month, .division:
      if doubts.year.isEmpty, doubts.month == .approximate { return .approximate }
      return doubts.year == doubts.month ? doubts.year : nil
    case .day:
      if doubts.year.isEmpty, doubts.month.isEmpty, doubts.day == .approximate {
        return .approximate
      }
      return doubts.year == doubts.month && doubts.year == doubts.day ? doubts.year : nil
    }
  }
}

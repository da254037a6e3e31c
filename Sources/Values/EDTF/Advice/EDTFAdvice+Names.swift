extension EDTFAdvice {
  /// Months by their names in every language, in lower case and without points.
  static let names: [String: Int] = {
    var names: [String: Int] = ["sept": 9, "sept.": 9, "maerz": 3]
    for language in Language.all {
      for list in [language.monthNames, language.shortMonthNames] {
        for (index, name) in list.enumerated() {
          let lower = name.lowercased()
          names[lower] = index + 1
          names[lower.replacing(".", with: "")] = index + 1
          names[lower.hasSuffix(".") ? lower : lower + "."] = index + 1
        }
      }
    }
    return names
  }()

  /// What other words of a date stand for: a code from 21 to 41, or a name that needs an ordinal.
  static let unitCodes: [String: String] = {
    var codes = [
      "q1": "33", "q2": "34", "q3": "35", "q4": "36", "h1": "40", "h2": "41",
      "frühjahr": "21", "fall": "23",
      "quarter": "quarter", "quartal": "quarter", "half": "half", "hälfte": "half",
      "halbjahr": "half", "century": "century", "jahrhundert": "century",
      "bc": "era-before", "bce": "era-before", "b.c.": "era-before",
      "ad": "era", "ce": "era", "a.d.": "era",
    ]
    for language in Language.all {
      for (index, season) in language.words.seasons.enumerated() {
        codes[season.alone.lowercased()] = String(21 + index)
      }
    }
    return codes
  }()

  /// Ordinals in words, in English and German.
  static let ordinalWords: [String: Int] = [
    "first": 1, "second": 2, "third": 3, "fourth": 4,
    "erste": 1, "zweite": 2, "dritte": 3, "vierte": 4, "erstes": 1, "zweites": 2, "drittes": 3,
    "viertes": 4,
  ]
}

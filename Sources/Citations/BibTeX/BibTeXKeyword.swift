/// Words that biblatex keeps for its styles to say in their own language.
enum BibTeXKeyword {
  /// What a keyword says in English; anything else stays as it is.
  static func words(_ keyword: String) -> String { phrases[keyword] ?? keyword }

  /// The tag of a language by the name that babel has for it, or nil for one that is not known.
  static func language(_ name: String) -> String? { languages[name.lowercased()] }

  /// The name that babel has for the language of a tag, or nil where it is not known here.
  static func babelName(_ tag: String) -> String? {
    let folded = tag.lowercased().replacing("_", with: "-")
    let primary = String(folded.prefix { $0 != "-" })
    return babelNames[folded] ?? babelNames[primary]
  }

  private static let babelNames: [String: String] = [
    "en": "english", "en-us": "american", "en-gb": "british", "de": "ngerman",
    "de-at":
      "naustrian", "de-ch": "nswissgerman", "fr": "french", "es": "spanish", "it": "italian",
    "nl": "dutch", "pt": "portuguese", "pt-br": "brazilian", "ru": "russian", "uk": "ukrainian",
    "pl": "polish", "cs": "czech", "da": "danish", "sv": "swedish", "nb": "norsk",
    "fi": "finnish", "hu": "hungarian", "tr": "turkish", "el": "greek", "ar": "arabic",
    "fa": "persian", "he": "hebrew", "ja": "japanese", "zh": "chinese", "la": "latin",
  ]

  /// Whether `name` has the form of a language tag: `de`, `pt-BR`, BCP 47.
  static func isTag(_ name: String) -> Bool {
    let parts = name.split(separator: "-", omittingEmptySubsequences: false)
    return (2...3).contains(parts[0].utf8.count)
      && parts.allSatisfy { part in
        (2...8).contains(part.utf8.count) && part.allSatisfy { $0.isASCII && $0.isLetter }
      }
  }

  private static let phrases: [String: String] = [
    "phdthesis": "PhD thesis", "mathesis": "Master’s thesis", "bathesis": "Bachelor’s thesis",
    "candthesis": "Candidate thesis", "techreport": "technical report",
    "resreport": "research report", "software": "computer software", "datacd": "data CD",
    "audiocd": "audio CD", "patent": "patent", "patentus": "U.S. patent",
    "patenteu": "European patent", "patentde": "German patent", "patentfr": "French patent",
    "patentuk": "British patent", "patreq": "patent request", "inpreparation": "in preparation",
    "submitted": "submitted", "forthcoming": "forthcoming", "inpress": "in press",
    "prepublished": "pre-published", "countryus": "United States of America",
    "countryeu": "European Union", "countryep": "European Union", "countryuk": "United Kingdom",
    "countryde": "Germany", "countryfr": "France",
  ]

  private static let languages: [String: String] = [
    "english": "en-US", "american": "en-US", "usenglish": "en-US", "british": "en-GB",
    "ukenglish": "en-GB", "australian": "en-AU", "canadian": "en-US", "german": "de-DE",
    "ngerman": "de-DE", "austrian": "de-AT", "naustrian": "de-AT", "swissgerman": "de-CH",
    "french": "fr-FR", "francais": "fr-FR", "spanish": "es-ES", "italian": "it-IT",
    "dutch": "nl-NL", "portuguese": "pt-PT", "brazil": "pt-BR", "brazilian": "pt-BR",
    "russian": "ru-RU", "ukrainian": "uk-UA", "polish": "pl-PL", "czech": "cs-CZ",
    "danish": "da-DK", "swedish": "sv-SE", "norsk": "nb-NO", "finnish": "fi-FI",
    "hungarian": "hu-HU", "turkish": "tr-TR", "greek": "el-GR", "arabic": "ar",
    "persian": "fa-IR", "farsi": "fa-IR", "hebrew": "he-IL", "japanese": "ja-JP",
    "chinese": "zh-CN", "latin": "la", "pashto": "ps", "urdu": "ur",
  ]
}

import Values

extension CitationWords {
  /// German.
  static let german = CitationWords(
    and: "und", hasSerialComma: false, etAl: "et al.", noDate: "o. J.", accessed: "Zugriff am",
    within: "In",
    editor: Role("Hg.", "Hg.", "hg. von"),
    translator: Role("Übers.", "Übers.", "übers. von"),
    editorTranslator: Role("Hg. und Übers.", "Hg. und Übers.", "hg. und übers. von"),
    director: Role("Regie", "Regie", "Regie:"),
    interviewer: Role("Interview", "Interview", "Interview von"),
    recipient: Role("Empfänger", "Empfänger", "an"),
    containerAuthor: Role("Autor", "Autoren", "von"),
    edition: "Aufl.", volume: "Bd.", volumes: "Bde.", issue: "Nr.", section: "Abschn.",
    letter: "Brief", blog: "Blog", reviewOf: "Rezension von", by: "von",
    presentedAt: "gehalten auf:", reprint: "Nachdruck", issued: "erteilt",
    issueEdition: "Ausgabe", eras: (" v. Chr.", " n. Chr."),
    quotes: ("„", "“"), innerQuotes: ("‚", "‘"), punctuatesWithinQuotes: false,
    capitalisesTitles: false,
    seasons: ["Frühjahr", "Sommer", "Herbst", "Winter"],
    page: ("S.", "S."),
    locators: [
      .book: ("Buch", "Bücher"), .chapter: ("Kap.", "Kap."), .column: ("Sp.", "Sp."),
      .figure: ("Abb.", "Abb."), .folio: ("Fol.", "Fol."), .issue: ("Nr.", "Nr."),
      .line: ("Z.", "Z."), .note: ("Anm.", "Anm."), .opus: ("Op.", "Op."), .page: ("", ""),
      .paragraph: ("Abs.", "Abs."), .part: ("Teil", "Teile"), .section: ("Abschn.", "Abschn."),
      .subVerbo: ("s. v.", "s. v."), .verse: ("V.", "V."), .volume: ("Bd.", "Bde."),
    ],
    dayFormat: .dayMonthYear, language: .german)
}

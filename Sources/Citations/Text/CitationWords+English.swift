import Values

extension CitationWords {
  /// English, with the habits of the Chicago Manual of Style, 17th edition.
  static let english = CitationWords(
    and: "and", hasSerialComma: true, etAl: "et al.", noDate: "n.d.", accessed: "Accessed",
    within: "In",
    editor: Role("ed.", "eds.", "edited by"),
    translator: Role("trans.", "trans.", "translated by"),
    editorTranslator: Role("ed. and trans.", "eds. and trans.", "edited and translated by"),
    director: Role("dir.", "dirs.", "directed by"),
    interviewer: Role("interviewer", "interviewers", "interview by"),
    recipient: Role("recipient", "recipients", "to"),
    containerAuthor: Role("author", "authors", "by"),
    edition: "ed.", volume: "vol.", volumes: "vols.", issue: "no.", section: "sec.",
    letter: "letter", blog: "blog", reviewOf: "review of", by: "by",
    presentedAt: "presented at the", reprint: "reprint", issued: "issued",
    issueEdition: "edition", eras: ("BC", "AD"),
    quotes: ("“", "”"), innerQuotes: ("‘", "’"), punctuatesWithinQuotes: true,
    capitalisesTitles: true,
    seasons: ["Spring", "Summer", "Autumn", "Winter"],
    page: ("p.", "pp."),
    locators: [
      .book: ("bk.", "bks."), .chapter: ("chap.", "chaps."), .column: ("col.", "cols."),
      .figure: ("fig.", "figs."), .folio: ("fol.", "fols."), .issue: ("no.", "nos."),
      .line: ("l.", "ll."), .note: ("n.", "nn."), .opus: ("op.", "opp."), .page: ("", ""),
      .paragraph: ("para.", "paras."), .part: ("pt.", "pts."), .section: ("sec.", "secs."),
      .subVerbo: ("s.v.", "s.vv."), .verse: ("v.", "vv."), .volume: ("vol.", "vols."),
    ],
    dayFormat: .monthDayYear, language: .english)
}

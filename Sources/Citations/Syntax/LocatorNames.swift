/// The words by which authors name the kind of a locator, in English and in German.
enum LocatorNames {
  /// The longest name that begins `scalars`, and how many scalars it takes.
  static func match(_ scalars: ArraySlice<Unicode.Scalar>) -> (label: LocatorLabel, count: Int)? {
    var best: (label: LocatorLabel, count: Int)?
    for (name, label) in all where name.count > best?.count ?? 0 {
      guard scalars.count >= name.count,
        zip(scalars, name).allSatisfy({ $0.properties.lowercaseMapping == $1 })
      else { continue }
      // `page` begins `pageant` too, and `p` nothing: a word must end, a short form has its mark.
      let next = scalars.dropFirst(name.count).first
      let goesOn = next.map { $0.properties.isAlphabetic || $0.properties.numericType != nil }
      if name.last != ".", name.last != "§", name.last != "¶", goesOn == true { continue }
      best = (label, name.count)
    }
    return best
  }

  private static let all: [(name: [String], label: LocatorLabel)] = table.flatMap { label, names in
    names.map { name in (name.unicodeScalars.map { $0.properties.lowercaseMapping }, label) }
  }

  private static let table: [(LocatorLabel, [String])] = [
    (.book, ["bk.", "bks.", "book", "books"]),
    (.chapter, ["chap.", "chaps.", "chapter", "chapters", "Kap.", "Kapitel"]),
    (.column, ["col.", "cols.", "column", "columns", "Sp.", "Spalte", "Spalten"]),
    (.figure, ["fig.", "figs.", "figure", "figures", "Abb.", "Abbildung", "Abbildungen"]),
    (.folio, ["fol.", "fols.", "folio", "folios"]),
    (.issue, ["no.", "nos.", "number", "numbers", "Nr.", "Nummer"]),
    (.line, ["l.", "ll.", "line", "lines", "Z.", "Zeile", "Zeilen"]),
    (.note, ["n.", "nn.", "note", "notes", "Anm.", "Anmerkung", "Fn.", "Fußnote"]),
    (.opus, ["op.", "opp.", "opus", "opera"]),
    (.page, ["p.", "pp.", "page", "pages", "S.", "Seite", "Seiten"]),
    (.paragraph, ["para.", "paras.", "paragraph", "paragraphs", "¶", "¶¶", "Abs.", "Absatz"]),
    (.part, ["pt.", "pts.", "part", "parts", "Teil", "Teile"]),
    (.section, ["sec.", "secs.", "section", "sections", "§", "§§", "Abschn.", "Abschnitt"]),
    (.subVerbo, ["s.v.", "s.vv.", "sub verbo", "sub verbis"]),
    (.verse, ["v.", "vv.", "verse", "verses"]),
    (.volume, ["vol.", "vols.", "volume", "volumes", "Bd.", "Bde.", "Band", "Bände"]),
  ]
}

/// Under what name a source stands in a list: its authors, or whoever comes in their place.
struct Contributors: Sendable {
  /// The names; empty where the title stands in their place.
  let names: [SourceName]
  /// What the names did; nil for authors.
  let role: CitationWords.Role?
  /// The variable that the names come from.
  let variable: NameVariable?

  /// The authors; or else the editors, the translators, the directors, the compilers.
  init(of source: Source, words: CitationWords) {
    let editors = source[.editor]
    let isBoth = !editors.isEmpty && editors == source[.translator]
    let order: [(NameVariable, CitationWords.Role?)] = [
      (.author, nil), (.editor, isBoth ? words.editorTranslator : words.editor),
      (.translator, words.translator), (.director, words.director), (.composer, nil),
      (.compiler, nil), (.performer, nil), (.host, nil),
    ]
    let found = order.first { !source[$0.0].isEmpty }
    self.names = found.map { source[$0.0] } ?? []
    self.role = found?.1
    self.variable = found?.0
  }
}

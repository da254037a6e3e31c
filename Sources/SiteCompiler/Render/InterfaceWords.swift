import Values

/// The words that the templates and renderers say themselves, by language.
struct InterfaceWords: Sendable {
  /// The names under which templates find the words.
  static let names = english.map(\.key)

  private let words: [String: String]
  private let marks: QuotationMarks

  /// The words of a language; English where there are none of its own.
  init(_ language: Language) {
    marks = language.quotationMarks
    let pairs = language.tag.hasPrefix("de") ? Self.german : Self.english
    self.words = Dictionary(
      pairs.map { ($0.key, $0.value) }, uniquingKeysWith: { first, _ in first })
  }

  /// The word called `name`.
  subscript(name: String) -> String { words[name] ?? name }

  /// The text in the language's quotation marks, those in it turned into inner ones.
  func quoted(_ text: String) -> String {
    let inner = text.replacing(marks.opening, with: marks.innerOpening)
      .replacing(marks.closing, with: marks.innerClosing)
    return marks.opening + inner + marks.closing
  }

  /// All words by name.
  var all: [String: String] { words }

  private static let english: KeyValuePairs<String, String> = [
    "aliases": "Also known as",
    "alertCaution": "Caution",
    "alertImportant": "Important",
    "alertNote": "Note",
    "alertTip": "Tip",
    "alertWarning": "Warning",
    "all": "All",
    "allSources": "All sources",
    "and": "and",
    "backlink": "Back to where it is cited",
    "backlinkPlace": "place {number} of {count}",
    "breadcrumbs": "You are here",
    "builtWith": "Built with Dossier",
    "citeThis": "Cite this brief",
    "citedIn": "Cited in",
    "citedInData": "Cited in the data",
    "citedOnMore": "{count} more pages",
    "contents": "Contents",
    "csv": "Data (CSV)",
    "dataset": "Dataset",
    "draft": "Draft",
    "events": "Events",
    "facts": "Facts",
    "figure": "Figure",
    "figures": "Figures",
    "home": "Front page",
    "in": "in",
    "json": "Data (JSON)",
    "mentions": "Mentioned in",
    "menu": "Menu",
    "moved": "This page has moved",
    "note": "Note",
    "noteBack": "Back to the text",
    "notes": "Notes",
    "notCited": "Not cited in this publication",
    "notFound": "There is no such page",
    "notFoundHelp": "It may have moved. The front page leads to everything.",
    "published": "Published",
    "query": "Query",
    "relations": "Relations",
    "row": "row",
    "rows": "rows",
    "sameAsList": "The same as a list",
    "skip": "Skip to content",
    "source": "Source",
    "sources": "Sources",
    "svg": "Picture (SVG)",
    "table": "Table",
    "taskDone": "Done",
    "taskOpen": "To do",
    "tables": "Tables",
    "theme": "Theme",
    "themeDark": "Dark",
    "themeLight": "Light",
    "themeSystem": "System",
    "timeline": "Timeline",
    "timelines": "Timelines",
    "topics": "Topics",
    "translations": "In other languages",
    "updated": "Updated",
  ]

  private static let german: KeyValuePairs<String, String> = [
    "aliases": "Auch bekannt als",
    "alertCaution": "Vorsicht",
    "alertImportant": "Wichtig",
    "alertNote": "Hinweis",
    "alertTip": "Tipp",
    "alertWarning": "Warnung",
    "all": "Alle",
    "allSources": "Alle Quellen",
    "and": "und",
    "backlink": "Zurück zur Stelle, an der die Quelle zitiert wird",
    "backlinkPlace": "Stelle {number} von {count}",
    "breadcrumbs": "Sie sind hier",
    "builtWith": "Erstellt mit Dossier",
    "citeThis": "Zitiervorschlag",
    "citedIn": "Zitiert in",
    "citedInData": "Zitiert in den Daten",
    "citedOnMore": "{count} weitere Seiten",
    "contents": "Inhalt",
    "csv": "Daten (CSV)",
    "dataset": "Datensatz",
    "draft": "Entwurf",
    "events": "Ereignisse",
    "facts": "Angaben",
    "figure": "Abbildung",
    "figures": "Abbildungen",
    "home": "Startseite",
    "in": "in",
    "json": "Daten (JSON)",
    "mentions": "Erwähnt in",
    "menu": "Menü",
    "moved": "Diese Seite ist umgezogen",
    "note": "Anmerkung",
    "noteBack": "Zurück zum Text",
    "notes": "Anmerkungen",
    "notCited": "In dieser Veröffentlichung nicht zitiert",
    "notFound": "Diese Seite gibt es nicht",
    "notFoundHelp": "Vielleicht ist sie umgezogen. Die Startseite führt zu allem.",
    "published": "Veröffentlicht",
    "query": "Abfrage",
    "relations": "Beziehungen",
    "row": "Zeile",
    "rows": "Zeilen",
    "sameAsList": "Dasselbe als Liste",
    "skip": "Zum Inhalt",
    "source": "Quelle",
    "sources": "Quellen",
    "svg": "Bild (SVG)",
    "table": "Tabelle",
    "taskDone": "Erledigt",
    "taskOpen": "Zu erledigen",
    "tables": "Tabellen",
    "theme": "Farbschema",
    "themeDark": "Dunkel",
    "themeLight": "Hell",
    "themeSystem": "System",
    "timeline": "Zeitleiste",
    "timelines": "Zeitleisten",
    "topics": "Themen",
    "translations": "In anderen Sprachen",
    "updated": "Aktualisiert",
  ]
}

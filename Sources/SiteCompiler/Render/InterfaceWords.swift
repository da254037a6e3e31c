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

  /// A number of rows: `1 row`, `1,000 rows`.
  func rows(_ count: Int, in language: Language) -> String {
    "\(NumberWords.grouped(Double(count), in: language)) \(self[count == 1 ? "row" : "rows"])"
  }

  /// A number of columns: `1 column`, `12 columns`.
  func columns(_ count: Int, in language: Language) -> String {
    let word = self[count == 1 ? "column" : "columnsCounted"]
    return "\(NumberWords.grouped(Double(count), in: language)) \(word)"
  }

  /// On how many pages something is used; nil for none.
  func uses(_ count: Int, in language: Language) -> String? {
    guard count > 0 else { return nil }
    let number = NumberWords.grouped(Double(count), in: language)
    return self[count == 1 ? "usedOnPage" : "usedOnPages"].replacing("{count}", with: number)
  }

  /// The text in the language's quotation marks, those in it turned into inner ones.
  func quoted(_ text: String) -> String {
    let inner = text.replacing(marks.opening, with: marks.innerOpening)
      .replacing(marks.closing, with: marks.innerClosing)
    return marks.opening + inner + marks.closing
  }

  /// All words by name.
  var all: [String: String] { words }

  private static let english: KeyValuePairs<String, String> = [
    "alertCaution": "Caution",
    "alertImportant": "Important",
    "alertNote": "Note",
    "alertTip": "Tip",
    "alertWarning": "Warning",
    "aliases": "Also known as",
    "all": "All",
    "allDatasets": "All datasets",
    "allSources": "All sources",
    "and": "and",
    "backlink": "Back to where it is cited",
    "backlinkPlace": "place {number} of {count}",
    "breadcrumbs": "You are here",
    "builtWith": "Built with Dossier",
    "citedIn": "Cited in",
    "citedInData": "Cited in the data",
    "citedOnMore": "{count} more pages",
    "citeThis": "Cite this brief",
    "column": "column",
    "columnCount": "Columns",
    "columns": "Columns",
    "columnsCounted": "columns",
    "contents": "Contents",
    "csv": "Data (CSV)",
    "dataPackage": "Descriptor of all data (JSON)",
    "dataset": "Dataset",
    "datasetName": "Name",
    "datasets": "Datasets",
    "draft": "Draft",
    "events": "Events",
    "facts": "Facts",
    "file": "File",
    "figure": "Figure",
    "figures": "Figures",
    "home": "Front page",
    "in": "in",
    "json": "Data (JSON)",
    "key": "Key",
    "keyOf": "key of",
    "kind.any": "Anything",
    "kind.array": "JSON array",
    "kind.boolean": "True or false",
    "kind.date": "Date",
    "kind.duration": "Length of time",
    "kind.estimate": "Estimate",
    "kind.geojson": "Shape on the earth",
    "kind.geopoint": "Point on the earth",
    "kind.integer": "Whole number",
    "kind.number": "Number",
    "kind.object": "JSON object",
    "kind.string": "Text",
    "kind.time": "Time of day",
    "kind.year": "Year",
    "kindCitation": "Source",
    "kindLocator": "Place in the source",
    "license": "Licence",
    "marking": "Marking",
    "mentions": "Mentioned in",
    "menu": "Menu",
    "moved": "This page has moved",
    "nextPage": "Next rows",
    "notCited": "Not cited in this publication",
    "note": "Note",
    "noteBack": "Back to the text",
    "notes": "Notes",
    "notFound": "There is no such page",
    "notFoundHelp": "It may have moved. The front page leads to everything.",
    "pageNumbers": "Pages of rows",
    "previousPage": "Previous rows",
    "published": "Published",
    "query": "Query",
    "relations": "Relations",
    "row": "row",
    "rowCount": "Rows",
    "rowRange": "{first} to {last} of {count}",
    "rows": "rows",
    "rule.enum": "one of {value}",
    "rule.exclusiveMaximum": "less than {value}",
    "rule.exclusiveMinimum": "more than {value}",
    "rule.maximum": "at most {value}",
    "rule.maxLength": "length at most {value}",
    "rule.minimum": "at least {value}",
    "rule.minLength": "length at least {value}",
    "rule.pattern": "fits {value}",
    "rule.required": "required",
    "rule.unique": "unique",
    "sameAsList": "The same as a list",
    "sameAsTable": "The data as a table",
    "skip": "Skip to content",
    "source": "Source",
    "sources": "Sources",
    "sql": "Query (SQL)",
    "svg": "Picture (SVG)",
    "table": "Table",
    "tables": "Tables",
    "taskDone": "Done",
    "taskOpen": "To do",
    "theme": "Theme",
    "themeDark": "Dark",
    "themeLight": "Light",
    "themeSystem": "System",
    "timeline": "Timeline",
    "timelines": "Timelines",
    "topics": "Topics",
    "translations": "In other languages",
    "updated": "Updated",
    "usedIn": "Used in",
    "usedOnPage": "Used on {count} page",
    "usedOnPages": "Used on {count} pages",
    "value": "value",
    "values": "values",
    "workedOutFrom": "Worked out from",
  ]

  private static let german: KeyValuePairs<String, String> = [
    "alertCaution": "Vorsicht",
    "alertImportant": "Wichtig",
    "alertNote": "Hinweis",
    "alertTip": "Tipp",
    "alertWarning": "Warnung",
    "aliases": "Auch bekannt als",
    "all": "Alle",
    "allDatasets": "Alle Datensätze",
    "allSources": "Alle Quellen",
    "and": "und",
    "backlink": "Zurück zur Stelle, an der die Quelle zitiert wird",
    "backlinkPlace": "Stelle {number} von {count}",
    "breadcrumbs": "Sie sind hier",
    "builtWith": "Erstellt mit Dossier",
    "citedIn": "Zitiert in",
    "citedInData": "Zitiert in den Daten",
    "citedOnMore": "{count} weitere Seiten",
    "citeThis": "Zitiervorschlag",
    "column": "Spalte",
    "columnCount": "Spalten",
    "columns": "Spalten",
    "columnsCounted": "Spalten",
    "contents": "Inhalt",
    "csv": "Daten (CSV)",
    "dataPackage": "Beschreibung aller Daten (JSON)",
    "dataset": "Datensatz",
    "datasetName": "Name",
    "datasets": "Datensätze",
    "draft": "Entwurf",
    "events": "Ereignisse",
    "facts": "Angaben",
    "file": "Datei",
    "figure": "Abbildung",
    "figures": "Abbildungen",
    "home": "Startseite",
    "in": "in",
    "json": "Daten (JSON)",
    "key": "Schlüssel",
    "keyOf": "Schlüssel von",
    "kind.any": "Beliebiges",
    "kind.array": "JSON-Liste",
    "kind.boolean": "Wahr oder falsch",
    "kind.date": "Datum",
    "kind.duration": "Zeitspanne",
    "kind.estimate": "Schätzung",
    "kind.geojson": "Form auf der Erde",
    "kind.geopoint": "Punkt auf der Erde",
    "kind.integer": "Ganze Zahl",
    "kind.number": "Zahl",
    "kind.object": "JSON-Objekt",
    "kind.string": "Text",
    "kind.time": "Uhrzeit",
    "kind.year": "Jahr",
    "kindCitation": "Quelle",
    "kindLocator": "Stelle in der Quelle",
    "license": "Lizenz",
    "marking": "Kennzeichnung",
    "mentions": "Erwähnt in",
    "menu": "Menü",
    "moved": "Diese Seite ist umgezogen",
    "nextPage": "Nächste Zeilen",
    "notCited": "In dieser Veröffentlichung nicht zitiert",
    "note": "Anmerkung",
    "noteBack": "Zurück zum Text",
    "notes": "Anmerkungen",
    "notFound": "Diese Seite gibt es nicht",
    "notFoundHelp": "Vielleicht ist sie umgezogen. Die Startseite führt zu allem.",
    "pageNumbers": "Seiten mit Zeilen",
    "previousPage": "Vorige Zeilen",
    "published": "Veröffentlicht",
    "query": "Abfrage",
    "relations": "Beziehungen",
    "row": "Zeile",
    "rowCount": "Zeilen",
    "rowRange": "{first} bis {last} von {count}",
    "rows": "Zeilen",
    "rule.enum": "eines von {value}",
    "rule.exclusiveMaximum": "weniger als {value}",
    "rule.exclusiveMinimum": "mehr als {value}",
    "rule.maximum": "höchstens {value}",
    "rule.maxLength": "Länge höchstens {value}",
    "rule.minimum": "mindestens {value}",
    "rule.minLength": "Länge mindestens {value}",
    "rule.pattern": "passt zu {value}",
    "rule.required": "erforderlich",
    "rule.unique": "eindeutig",
    "sameAsList": "Dasselbe als Liste",
    "sameAsTable": "Die Daten als Tabelle",
    "skip": "Zum Inhalt",
    "source": "Quelle",
    "sources": "Quellen",
    "sql": "Abfrage (SQL)",
    "svg": "Bild (SVG)",
    "table": "Tabelle",
    "tables": "Tabellen",
    "taskDone": "Erledigt",
    "taskOpen": "Zu erledigen",
    "theme": "Farbschema",
    "themeDark": "Dunkel",
    "themeLight": "Hell",
    "themeSystem": "System",
    "timeline": "Zeitleiste",
    "timelines": "Zeitleisten",
    "topics": "Themen",
    "translations": "In anderen Sprachen",
    "updated": "Aktualisiert",
    "usedIn": "Verwendet in",
    "usedOnPage": "Auf {count} Seite verwendet",
    "usedOnPages": "Auf {count} Seiten verwendet",
    "value": "Wert",
    "values": "Werte",
    "workedOutFrom": "Ermittelt aus",
  ]
}

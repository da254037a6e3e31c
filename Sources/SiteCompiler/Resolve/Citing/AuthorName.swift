import Citations
import SiteModel

/// Makes of a name as it is spoken one that can be filed by the family name.
enum AuthorName {
  /// The name of a person in its parts, or of a body as one whole.
  ///
  /// The family name is the last word, with the small words before it: Ludwig van Beethoven is
  /// filed as BibTeX files him.
  static func name(of person: SiteConfiguration.Person) -> SourceName {
    guard !isBody(person) else { return SourceName(literal: person.name) }
    var words = person.name.split(separator: " ").map(String.init)
    var suffix = ""
    if words.count > 2, let last = words.last, suffixes.contains(last) {
      suffix = words.removeLast()
      if let name = words.last, name.hasSuffix(",") {
        words[words.count - 1] = String(name.dropLast())
      }
    }
    guard let family = words.popLast(), !words.isEmpty else {
      return SourceName(literal: person.name)
    }
    let particles = words.dropFirst().reversed().prefix { isSmall($0) }.reversed()
    return SourceName(
      family: family, given: words.dropLast(particles.count).joined(separator: " "),
      nonDroppingParticle: particles.joined(separator: " "), suffix: suffix)
  }

  /// Whether the name is that of a body: site.yaml says so, or it does not look like a person's.
  ///
  /// Where neither can be told, a person it is: a body's name in parts is ugly in a list, a
  /// person's in one piece filed wrongly.
  static func isBody(_ person: SiteConfiguration.Person) -> Bool {
    if let isBody = person.isBody { return isBody }
    if person.orcid != nil { return false }
    let words = person.name.split(separator: " ")
    guard (2...6).contains(words.count), let first = words.first, let last = words.last else {
      return true
    }
    if isSmall(String(first)) { return true }
    if isSmall(String(last)), !suffixes.contains(String(last)) { return true }
    return words.contains { word in
      bodyWords.contains(word.lowercased())
        || word.utf8.contains { $0 >= 0x30 && $0 <= 0x39 || $0 == UInt8(ascii: "&") }
    }
  }

  private static func isSmall(_ word: String) -> Bool {
    word.unicodeScalars.first?.properties.isLowercase ?? false
  }

  private static let suffixes: Set<String> = ["Jr.", "Jr", "Sr.", "Sr", "II", "III", "IV"]

  /// Words of which bodies are named, and no persons.
  private static let bodyWords: Set<String> = [
    "agency", "and", "army", "association", "bank", "board", "bureau", "center", "centre",
    "collective", "college", "commission", "committee", "company", "council", "department", "desk",
    "editors", "for", "forum", "foundation", "group", "initiative", "institute", "institution",
    "lab", "laboratory", "library", "ministry", "museum", "nations", "network", "office", "of",
    "organisation", "organization", "press", "programme", "program", "project", "research",
    "school", "service", "services", "society", "staff", "studies", "team", "the", "union", "unit",
    "university", "abteilung", "akademie", "amt", "archiv", "bund", "bundesamt", "fakultät",
    "für", "gesellschaft", "gruppe", "hochschule", "institut", "kommission", "ministerium",
    "netzwerk", "redaktion", "referat", "stiftung", "und", "universität", "verband", "verein",
    "verlag", "zentrum",
  ]
}

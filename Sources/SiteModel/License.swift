/// Terms under which a text may be used.
public struct License: Sendable {
  /// What a reader may do, so far as one sentence can say it.
  public enum Terms: String, Sendable {
    /// All but leave the source unnamed.
    case by = "By"
    /// The same, if what is made of it is passed on under the same terms.
    case bySA = "BySA"
    /// Not trade with it.
    case byNC = "ByNC"
    /// Not trade with it, and pass on what is made of it under the same terms.
    case byNCSA = "ByNCSA"
    /// Not change it.
    case byND = "ByND"
    /// Neither change it nor trade with it.
    case byNCND = "ByNCND"
    /// Anything.
    case free = "Free"
    /// All but leave out the notice of copyright.
    case notice = "Notice"
  }

  /// A licence that Dossier knows.
  public struct Known: Sendable {
    /// Its identifier in the list of SPDX.
    public let identifier: String
    /// Its full name.
    public let name: String
    /// The address of its text, or of a summary for people that leads to it.
    public let address: String
    /// What it allows; nil where no sentence says it.
    public let terms: Terms?
  }

  /// As it is written.
  public let text: String
  /// The licence that is meant; nil for terms that Dossier does not know.
  public let known: Known?

  /// The licence that `text` names by its identifier, its name or its address, or terms of the
  /// author's own.
  public init(_ text: String) {
    self.text = text
    self.known = Self.known(text)
  }

  /// What readers see: the full name, or else what is written.
  public var name: String { known?.name ?? text }

  /// The address of its text; nil for words.
  public var address: String? {
    known?.address ?? (Self.isAddress(text) ? text : nil)
  }

  /// Whether `text` is an address on the web and nothing else.
  private static func isAddress(_ text: String) -> Bool {
    (text.hasPrefix("https://") || text.hasPrefix("http://"))
      && !text.utf8.contains { $0 <= 0x20 }
  }

  /// The identifier that was meant by `text`, which is nearly one that is known; nil for all else.
  public static func nearest(to text: String, by nearest: (String, [String]) -> String?) -> String?
  {
    guard known(text) == nil, !isAddress(text) else { return nil }
    let wanted = key(text)
    guard !wanted.isEmpty else { return nil }
    // What goes on behind one that is known, such as CC-BY-3.0-DE, is another and not misspelt.
    guard !keys.contains(where: { wanted.hasPrefix($0 + "-") }) else { return nil }
    if let whole = keys.first(where: { $0.hasPrefix(wanted + "-") }) {
      return names[whole]?.identifier
    }
    // Versions count as they are written, so that 4.1 is nearer to 4.0 than to 2.5.
    let written = words(of: text).joined(separator: "-")
    let found = nearest(written, all.map { $0.identifier.lowercased() })
    return all.first { $0.identifier.lowercased() == found }?.identifier
  }

  private static func known(_ text: String) -> Known? {
    isAddress(text) ? places[place(text)] : names[key(text)]
  }

  /// Those that are known, by what tells identifiers and names apart.
  private static let names = Dictionary(
    all.flatMap { [(key($0.identifier), $0), (key($0.name), $0)] },
    uniquingKeysWith: { first, _ in first })

  /// Those that are known, by what tells addresses apart.
  private static let places = Dictionary(
    all.map { (place($0.address), $0) }, uniquingKeysWith: { first, _ in first })

  /// What tells the identifiers apart, in the order of the table.
  private static let keys = all.map { key($0.identifier) }

  /// An address without what does not tell licences apart: `http`, `deed.de`, a slash at the end.
  private static func place(_ address: String) -> String {
    var place = address.lowercased().split(separator: "/", omittingEmptySubsequences: true)
      .dropFirst()
    if let last = place.last, last.hasPrefix("deed") || last.hasPrefix("legalcode") {
      place = place.dropLast()
    }
    if let host = place.first, host.hasPrefix("www.") {
      place[place.startIndex] = host.dropFirst(4)
    }
    return place.joined(separator: "/")
  }

  private static func words(of text: String) -> [Substring] {
    text.lowercased().split { !($0.isLetter || $0.isNumber || $0 == ".") }
  }

  /// The words of a name without what people leave out: `CC BY 4.0 International` is `cc-by-4`.
  private static func key(_ text: String) -> String {
    let idle: Set<String> = [
      "license", "licence", "international", "unported", "generic", "universal", "version", "the",
      "v",
    ]
    return words(of: text).compactMap { word -> String? in
      var word = String(word)
      if word.hasPrefix("v"), word.dropFirst().first?.isNumber == true { word.removeFirst() }
      if word.first?.isNumber == true, word.hasSuffix(".0") { word.removeLast(2) }
      return idle.contains(word) ? nil : word
    }.joined(separator: "-")
  }
}

/// The name of a person or a body that had a part in a source.
public struct SourceName: Hashable, Sendable {
  /// The family name without a particle; empty where ``literal`` is the whole name.
  public let family: String
  /// The given names, as written.
  public let given: String
  /// A particle that leaves with the given name: `de` in Alexis de Tocqueville.
  public let droppingParticle: String
  /// A particle that stays with the family name: `van` in Vincent van Gogh.
  public let nonDroppingParticle: String
  /// What follows the name: `Jr.`, `III`.
  public let suffix: String
  /// A name that is not taken apart: a body's, or a person's with one name. `others` as the last of
  /// several stands for those whom BibTeX's `and others` leaves out.
  public let literal: String?

  /// A name in parts.
  public init(
    family: String, given: String = "", droppingParticle: String = "",
    nonDroppingParticle: String = "", suffix: String = ""
  ) {
    self.family = family
    self.given = given
    self.droppingParticle = droppingParticle
    self.nonDroppingParticle = nonDroppingParticle
    self.suffix = suffix
    self.literal = nil
  }

  /// A name that is one whole.
  public init(literal: String) {
    self.family = ""
    self.given = ""
    self.droppingParticle = ""
    self.nonDroppingParticle = ""
    self.suffix = ""
    self.literal = literal
  }
}

extension SourceName {
  /// The name as a short citation has it: `van Gogh`, `World Health Organization`.
  public var short: String {
    literal ?? Self.join(nonDroppingParticle, family)
  }

  /// The name in the order of speech: `Vincent van Gogh`, `Martin Luther King Jr.`
  public var natural: String {
    literal
      ?? Self.join(given, Self.join(droppingParticle, Self.join(short, suffix)))
  }

  /// The name with the family name first: `Gogh, Vincent van`, `King, Martin Luther, Jr.`
  public var inverted: String {
    if let literal { return literal }
    let particles = Self.join(droppingParticle, nonDroppingParticle)
    let rest = Self.join(given, particles)
    return [family, rest, suffix].filter { !$0.isEmpty }.joined(separator: ", ")
  }

  /// The given names as initials, each with a full stop: `J. A.`, `M.-J.`
  public var initials: String {
    given.split(separator: " ").map { word in
      word.split(separator: "-").compactMap { part in part.first.map { "\($0)." } }
        .joined(separator: "-")
    }.joined(separator: " ")
  }

  /// Two parts with a space between them, where both are there; none after an apostrophe or a
  /// hyphen, as in `d'Arcy`.
  static func join(_ first: String, _ second: String) -> String {
    guard !first.isEmpty else { return second }
    guard !second.isEmpty else { return first }
    let binds = first.hasSuffix("'") || first.hasSuffix("’") || first.hasSuffix("-")
    return binds ? first + second : "\(first) \(second)"
  }
}

extension SourceName {
  /// A name whose particles are told from its parts where nobody said which they are: lower-case
  /// words before the family name (`van Beethoven`, `al-Zawahiri`) and after the given one
  /// (`Alexis de`).
  static func partingParticles(family: String, given: String, suffix: String) -> SourceName {
    let familyWords = family.split(separator: " ")
    let particles = familyWords.dropLast().prefix { isLowercase($0) }
    var name = familyWords.dropFirst(particles.count).joined(separator: " ")
    var leading = particles.joined(separator: " ")
    if let prefix = articles.first(where: { name.hasPrefix($0) && name.count > $0.count }) {
      leading = join(leading, prefix)
      name = String(name.dropFirst(prefix.count))
    }
    let givenWords = given.split(separator: " ")
    let trailing = givenWords.dropFirst().reversed().prefix { isLowercase($0) }.reversed()
    return SourceName(
      family: name, given: givenWords.dropLast(trailing.count).joined(separator: " "),
      droppingParticle: trailing.joined(separator: " "), nonDroppingParticle: leading,
      suffix: suffix)
  }

  /// Arabic's article, written with its name,
  /// and French's and Italian's prepositions with an apostrophe.
  private static let articles = [
    "al-", "el-", "ad-", "an-", "ar-", "as-", "at-", "az-", "ash-", "d'", "d’", "dell'", "dell’",
  ]

  private static func isLowercase(_ word: Substring) -> Bool {
    word.unicodeScalars.first?.properties.isLowercase ?? false
  }
}

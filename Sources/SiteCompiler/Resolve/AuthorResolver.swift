import Bytes
import Diagnostics
import SiteModel

/// Finds out who a page's authors are.
enum AuthorResolver {
  /// The people whom `authors` name: by their key among the site's people, or outright.
  static func resolve(
    _ authors: [FrontMatter.Text], people: [String: SiteConfiguration.Person]
  ) -> Outcome<[SiteConfiguration.Person]> {
    var diagnostics: [Diagnostic] = []
    let resolved = authors.map { author in
      if let person = people[author.text] { return person }
      // Names are several words, or have capitals, or are in a script without any; a single
      // lower-case word is a key gone wrong.
      if !author.text.contains(" "), author.text == author.text.lowercased(),
        author.text != author.text.uppercased()
      {
        diagnostics.append(
          Diagnostic(
            .authorUnknown, "site.yaml has nobody with the key '\(author.text)'", at: author.span,
            help: Suggestion.didYouMean(author.text, among: people.keys.sorted())
              ?? "add '\(author.text)' to 'people', or write the name in full"))
      }
      return SiteConfiguration.Person(name: name(author, &diagnostics))
    }
    return Outcome(resolved, diagnostics)
  }

  /// The name in the order of speech, where the family name stands first: `Smith, John`.
  private static func name(_ author: FrontMatter.Text, _ diagnostics: inout [Diagnostic]) -> String
  {
    let parts = author.text.split(separator: ",", omittingEmptySubsequences: false)
      .map { Array($0.utf8).trimmingASCIIWhitespace().text }
    guard parts.count > 1, !parts.contains(""), !suffixes.contains(parts[parts.count - 1]) else {
      return author.text
    }
    // `van Dyke, John` has small words alone before the name; several names have full ones.
    let family = parts[0].split(separator: " ")
    let isFamily = family.dropLast().allSatisfy { $0.first?.isLowercase ?? false }
    if parts.count == 2, isFamily { return "\(parts[1]) \(parts[0])" }
    diagnostics.append(
      Diagnostic(
        .authorUnknown, "'\(author.text)' looks like several names in one", at: author.span,
        help: "write them as a list, [\(parts.joined(separator: ", "))]; a body whose name has a "
          + "comma belongs among 'people'"))
    return author.text
  }

  private static let suffixes: Set<String> = [
    "Jr.", "Jr", "Sr.", "Sr", "II", "III", "IV", "PhD", "MD",
  ]
}

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
      // Names are several words or have capitals; a single lower-case word is a key gone wrong.
      if !author.text.contains(" "), author.text == author.text.lowercased() {
        diagnostics.append(
          Diagnostic(
            .authorUnknown, "site.yaml has nobody with the key '\(author.text)'", at: author.span,
            help: Suggestion.didYouMean(author.text, among: people.keys.sorted())
              ?? "add '\(author.text)' to 'people', or write the name in full"))
      }
      return SiteConfiguration.Person(name: author.text)
    }
    return Outcome(resolved, diagnostics)
  }
}

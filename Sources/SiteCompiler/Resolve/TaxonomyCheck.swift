import Diagnostics
import SiteModel

/// Checks that the lists of terms get folders of their own.
enum TaxonomyCheck {
  /// An error at each taxonomy whose folder holds pages that are no lists of its terms.
  static func check(_ index: SiteIndex) -> [Diagnostic] {
    index.site.configuration.taxonomies.compactMap { taxonomy in
      guard let span = index.site.configuration.taxonomySpans[taxonomy] else { return nil }
      let folder = taxonomy + "/"
      // Authors may write the list of a term themselves.
      let terms = index.classification.kind(taxonomy)?.terms ?? []
      let lists = Set(
        terms.map { TermAddress(kind: taxonomy, slug: $0.slug).path } + [folder + "index.md"])
      let page = index.pages.first {
        $0.generated == nil && $0.path.hasPrefix(folder) && !lists.contains($0.path)
      }
      guard let page else { return nil }
      return Diagnostic(
        .valueInvalid,
        "the pages of the taxonomy '\(taxonomy)' would stand among those of the folder, such as "
          + "'\(page.path)'",
        at: span, help: "call the taxonomy or the folder otherwise")
    }
  }
}

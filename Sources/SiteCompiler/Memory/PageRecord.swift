import Bytes
import Diagnostics
import SiteModel

/// What a build leaves of one page.
struct PageRecord: Sendable {
  /// By what its file is known.
  let digest: ContentDigest
  /// The number of its file: spans bear it.
  let file: SourceFileID
  /// By what its front matter is known.
  let head: ContentDigest
  /// What was found when it was read.
  let diagnostics: [Diagnostic]
  /// What others may refer to on it, before anything was put in the place of values.
  let outline: PageOutline
  /// The same with words in the place of values, as a digest; nothing while it was not resolved.
  var spoken = ContentDigest()
  /// What came of resolving it; nil for pages that are resolved each time.
  var resolution: Resolution?

  /// What came of resolving a page.
  struct Resolution: Sendable {
    /// Its outline with words in the place of values; nil where it has no values.
    var spoken: PageOutline?
    var template: String
    var uses: PageUses
    /// What was found, less what is found by reading.
    var diagnostics: [Diagnostic]
    /// Its words that are nearly names.
    var suspicions: [NearMissFinder.Finding]
    /// Where it uses the words that were looked up.
    var words: WordUses
  }
}

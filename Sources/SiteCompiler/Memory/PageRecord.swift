import Bytes
import Diagnostics
import SiteModel

/// What a build leaves of one page.
///
/// It is a class for the same reason as ``SiteModel/ParsedPage``, and never changes either.
final class PageRecord: Sendable {
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
  let spoken: ContentDigest
  /// What came of resolving it; nil for pages that are resolved each time.
  let resolution: Resolution?

  /// What came of resolving a page.
  final class Resolution: Sendable {
    /// Its outline with words in the place of values; nil where it has no values.
    let spoken: PageOutline?
    let template: String
    let uses: PageUses
    /// What was found, less what is found by reading.
    let diagnostics: [Diagnostic]
    /// Its words that are nearly names.
    let suspicions: [NearMissFinder.Finding]
    /// Where it uses the words that were looked up.
    let words: WordUses

    init(
      spoken: PageOutline?, template: String, uses: PageUses, diagnostics: [Diagnostic],
      suspicions: [NearMissFinder.Finding], words: WordUses
    ) {
      self.spoken = spoken
      self.template = template
      self.uses = uses
      self.diagnostics = diagnostics
      self.suspicions = suspicions
      self.words = words
    }

    /// The same with the uses of other words.
    func counting(_ words: WordUses) -> Resolution {
      if words == self.words { return self }
      return Resolution(
        spoken: spoken, template: template, uses: uses, diagnostics: diagnostics,
        suspicions: suspicions, words: words)
    }
  }

  init(
    digest: ContentDigest, file: SourceFileID, head: ContentDigest, diagnostics: [Diagnostic],
    outline: PageOutline, spoken: ContentDigest = ContentDigest(), resolution: Resolution? = nil
  ) {
    self.digest = digest
    self.file = file
    self.head = head
    self.diagnostics = diagnostics
    self.outline = outline
    self.spoken = spoken
    self.resolution = resolution
  }

  /// The same page once it was resolved.
  func resolved(_ resolution: Resolution?, spoken: ContentDigest) -> PageRecord {
    if resolution === self.resolution, spoken == self.spoken { return self }
    return PageRecord(
      digest: digest, file: file, head: head, diagnostics: diagnostics, outline: outline,
      spoken: spoken, resolution: resolution)
  }
}

import Diagnostics
import SiteModel

/// Finds files of the site that would be written over one another.
enum OutputConflicts {
  /// One file of the site and what it is made from.
  struct Claim {
    let output: String
    let source: String
    let span: SourceSpan?
  }

  /// The claims to paths that are already claimed, or that differ from one only by case or by
  /// Unicode normalization, which some file systems take for the same; the second in the order of
  /// `claims` is at fault.
  static func check(_ claims: [Claim]) -> [Diagnostic] {
    // Strings compare by canonical equivalence, which is normalization enough.
    var taken: [String: Claim] = [:]
    var diagnostics: [Diagnostic] = []
    for claim in claims {
      let key = claim.output.lowercased()
      guard let first = taken[key] else {
        taken[key] = claim
        continue
      }
      let labels = first.span.map { [Diagnostic.Label($0, "the other is made from this")] } ?? []
      let message =
        first.output == claim.output
        ? "'\(claim.source)' and '\(first.source)' would both become '\(claim.output)'"
        : "'\(claim.output)' and '\(first.output)' are one file where case does not count"
      diagnostics.append(
        Diagnostic(
          .outputConflict, message, at: claim.span, labels: labels, help: "rename one of the two"))
    }
    return diagnostics
  }
}

import Diagnostics
import SiteModel

/// Finds files of the site that would be written over one another.
enum OutputConflicts {
  /// One file of the site and what it is made from.
  struct Claim {
    let output: String
    let source: String
    /// The words that ask for it; nil for what is copied.
    let span: SourceSpan?
    /// The file as a whole.
    var file: SourceSpan?

    var place: SourceSpan? { span ?? file }
  }

  /// The claims to paths that are already claimed, or that differ from one only by case or by
  /// Unicode normalization, which some file systems take for the same, and those to a folder's
  /// path.
  ///
  /// The second in byte order of sources is at fault, or the one that has words to point at.
  static func check(_ claims: [Claim]) -> [Diagnostic] {
    guard mayConflict(claims) else { return [] }
    let claims = claims.sorted {
      $0.source.utf8.elementsEqual($1.source.utf8)
        ? $0.output.utf8.lexicographicallyPrecedes($1.output.utf8)
        : $0.source.utf8.lexicographicallyPrecedes($1.source.utf8)
    }
    // Strings compare by canonical equivalence, which is normalization enough.
    var taken: [String: Claim] = [:]
    var folders: [String: Claim] = [:]
    var diagnostics: [Diagnostic] = []
    for claim in claims {
      var folder = SitePath.folder(of: claim.output).dropLast()
      while !folder.isEmpty, folders.updateValue(claim, forKey: folder.lowercased()) == nil {
        folder = SitePath.folder(of: String(folder)).dropLast()
      }
    }
    for claim in claims {
      let key = claim.output.lowercased()
      if let inside = folders[key] {
        let message =
          "'\(claim.output)' would be both a file and the folder of '\(inside.output)'"
        diagnostics.append(diagnostic(message, at: claim, beside: inside))
      }
      if let first = taken[key] {
        diagnostics.append(diagnostic(message(claim, first), at: claim, beside: first))
      } else {
        taken[key] = claim
      }
    }
    return diagnostics
  }

  /// Whether two claims are to one path, or one to another's folder; there nearly never are, and
  /// whose fault it would be need not be worked out.
  private static func mayConflict(_ claims: [Claim]) -> Bool {
    var folders: Set<String> = []
    for claim in claims {
      var folder = SitePath.folder(of: claim.output).dropLast()
      while !folder.isEmpty, folders.insert(folder.lowercased()).inserted {
        folder = SitePath.folder(of: String(folder)).dropLast()
      }
    }
    var taken: Set<String> = []
    taken.reserveCapacity(claims.count)
    return claims.contains { claim in
      let key = claim.output.lowercased()
      return folders.contains(key) || !taken.insert(key).inserted
    }
  }

  private static func message(_ claim: Claim, _ first: Claim) -> String {
    if first.output.utf8.elementsEqual(claim.output.utf8) {
      return "'\(claim.source)' and '\(first.source)' would both become '\(claim.output)'"
    }
    return first.output == claim.output
      ? "'\(claim.output)' is the name of two files, its letters composed in two ways"
      : "'\(claim.output)' and '\(first.output)' are one file where case does not count"
  }

  private static func diagnostic(
    _ message: String, at claim: Claim, beside other: Claim
  ) -> Diagnostic {
    let isOther = claim.span == nil && other.span != nil
    let (place, label) = isOther ? (other.place, claim.place) : (claim.place, other.place)
    return Diagnostic(
      .outputConflict, message, at: place,
      labels: label.map { [Diagnostic.Label($0, "the other is made from this")] } ?? [],
      help: "rename one of the two")
  }
}

import Bytes
import Diagnostics
import SiteModel

/// Looks into the pictures and style sheets that are copied: those of the publication and those of
/// the theme.
struct AssetCheck {
  let index: SiteIndex
  /// The paths of all files of the site.
  let outputs: Set<String>

  /// What is wrong in them, at its place in the file.
  func check() -> [Diagnostic] {
    let tree = index.site.tree
    let own = index.assets.values.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    let theme = tree.templates.filter { $0.path.hasPrefix("assets/") }
    var diagnostics: [Diagnostic] = []
    for entry in own + theme {
      guard let file = entry.text else { continue }
      let folded = entry.path.lowercased()
      guard folded.hasSuffix(".svg") || folded.hasSuffix(".css") else { continue }
      let bytes = tree[file].bytes
      if let bad = Self.unreadableByte(in: bytes) {
        // What a browser reads in another encoding than this check would pass it unseen.
        diagnostics.append(TextEncoding.diagnostic(at: bad, in: file))
        continue
      }
      let base = index.site.configuration.basePath
      if folded.hasSuffix(".svg") {
        let check = SVGCheck(file: file, path: entry.path, base: base, outputs: outputs)
        diagnostics += check.check(bytes)
      } else {
        let check = StyleSheetCheck(file: file, path: entry.path, base: base, outputs: outputs)
        diagnostics += check.check(bytes)
      }
    }
    return diagnostics
  }

  private static func unreadableByte(in bytes: [UInt8]) -> Int? {
    UTF8Check.firstIllFormedByte(in: bytes) ?? bytes.firstIndex(of: 0)
  }
}

/// Checks what a style sheet fetches.
struct StyleSheetCheck {
  let file: SourceFileID
  /// Its path in the site.
  let path: String
  let base: String
  let outputs: Set<String>

  /// The addresses in `bytes` that lead to other hosts, or nowhere.
  func check(_ bytes: [UInt8]) -> [Diagnostic] {
    var reader = SiteAddress(of: path, base: base)
    let start = bytes.prefix(100).text
    if start.hasPrefix("@charset"), TextEncoding.isForeign(declaredIn: start, behind: "@charset") {
      return [
        Diagnostic(
          .textEncodingInvalid,
          "a browser would read this style sheet in another encoding than UTF-8",
          at: SourceSpan(file, 0..<8), help: "save it as UTF-8, and take the line away")
      ]
    }
    return StyleScanner.addresses(in: bytes[...]).compactMap { range in
      let span = SourceSpan(file, range)
      let value = StyleScanner.value(of: bytes[range])
      switch reader.read(value[...]) {
      case .remote:
        return Diagnostic(
          .assetRemote, "this would be fetched from another host", at: span,
          help: "save it beside the style sheet and name it there")
      case .local where !outputs.contains(reader.path.text):
        return Diagnostic(
          .assetMissing, "no file at '\(value.text)'", at: span,
          help: Suggestion.didYouMean(
            value.text,
            among: outputs.filter { $0.hasPrefix("assets/") }.sorted()
              .map { SitePath.relative(from: path, to: $0) }))
      case .outside:
        return Diagnostic(
          .assetMissing, "'\(value.text)' leads out of the site", at: span)
      case .local, .other, .empty: return nil
      }
    }
  }
}

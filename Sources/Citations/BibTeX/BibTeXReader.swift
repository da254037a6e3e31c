import Bytes
public import Diagnostics

/// Reads `.bib` files: BibTeX as Patashnik's "BibTeXing" (1988) has it, and biblatex's types,
/// fields and dates (its manual, chapter 2), as Zotero and JabRef export them.
public enum BibTeXReader {
  /// Reads a file of sources.
  ///
  /// - Returns: The entries that have a key, as good as they are, in order, with `source-invalid`
  ///   for what cannot be read, at its place, and `source-type-unknown`. Fields that neither
  ///   BibTeX nor biblatex knows are passed over: exporters have their own. Takes time in line with
  ///   the file's length.
  public static func read(_ bytes: [UInt8], in file: SourceFileID) -> Outcome<[Source]> {
    var scanner = BibTeXScanner(bytes, in: file)
    scanner.scan()
    var inheritance = BibTeXInheritance(scanner.entries, in: file)
    var diagnostics = scanner.diagnostics
    var sources: [Source] = []
    for entry in scanner.entries where entry.type != "xdata" {
      if entry.key.unicodeScalars.contains(where: \.properties.isWhitespace) {
        diagnostics.append(
          Diagnostic(
            .sourceInvalid,
            "the key '\(entry.key)' has blanks in it, so that no citation can name it",
            at: SourceSpan(file, entry.keyRange)))
        continue
      }
      var maker = BibTeXSource(
        inheritance.complete(entry), in: file, suggests: diagnostics.count < 100)
      sources.append(maker.source())
      diagnostics += maker.diagnostics
    }
    return Outcome(sources, diagnostics + inheritance.diagnostics)
  }
}

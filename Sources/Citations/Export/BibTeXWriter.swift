/// Writes sources as a `.bib` file, for BibTeX and for biblatex.
///
/// Types and fields are those that both know where both know one (`journal`, `year`, `month`), and
/// biblatex's where only it does (`online`, `date` for a day, `urldate`). What neither has a field
/// for is written under its name in CSL, as ``BibTeXReader`` reads it back; programs pass over
/// fields that they do not know.
public enum BibTeXWriter {
  /// Entries of `sources`, in UTF-8, LaTeX's special characters escaped. A key that BibTeX could
  /// not read is written with `_` for what it cannot have.
  public static func write(_ sources: [Source]) -> [UInt8] {
    var output: [UInt8] = []
    var used: Set<String> = []
    for source in sources {
      if !output.isEmpty { output.append(UInt8(ascii: "\n")) }
      var key = Self.key(source.id)
      while !used.insert(key).inserted { key += "_" }
      var fields = BibTeXFields(source)
      fields.collect()
      output.append(contentsOf: "@\(fields.entryType){\(key),".utf8)
      for (name, value) in fields.fields {
        output.append(contentsOf: "\n  \(name) = \(value),".utf8)
      }
      output.append(contentsOf: "\n}\n".utf8)
    }
    return output
  }

  private static func key(_ id: String) -> String {
    var view = String.UnicodeScalarView()
    for scalar in id.unicodeScalars {
      let isRefused =
        "{}(),=#%\"\\~'@".unicodeScalars.contains(scalar) || scalar.properties.isWhitespace
        || scalar.properties.generalCategory == .control
      view.append(isRefused ? "_" : scalar)
    }
    return String(view)
  }
}

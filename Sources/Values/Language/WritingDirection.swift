/// Which way the lines of a language run.
public enum WritingDirection: String, Sendable {
  /// To the right.
  case leftToRight = "ltr"
  /// To the left.
  case rightToLeft = "rtl"

  /// The direction of a BCP 47 tag: that of its script where it names one, and else that in which
  /// the language is mostly written.
  public init(tag: String) {
    let subtags = tag.lowercased().split(separator: "-")
    let script = subtags.dropFirst().prefix { $0.utf8.count != 1 }.first { $0.utf8.count == 4 }
    let isLeft =
      script.map { Self.scripts.contains(String($0)) }
      ?? subtags.first.map { Self.languages.contains(String($0)) } ?? false
    self = isLeft ? .rightToLeft : .leftToRight
  }

  /// ISO 15924: Adlam, Arabic, Hebrew, Hanifi Rohingya, Mandaic, N'Ko, Samaritan, Syriac, Thaana.
  private static let scripts: Set<String> = [
    "adlm", "arab", "aran", "hebr", "mand", "nkoo", "rohg", "samr", "syrc", "thaa",
  ]

  private static let languages: Set<String> = [
    "ar", "arc", "arz", "azb", "bal", "ckb", "dv", "fa", "he", "iw", "khw", "ks", "lrc", "mzn",
    "nqo", "pnb", "prs", "ps", "sd", "skr", "syr", "ug", "ur", "yi",
  ]
}

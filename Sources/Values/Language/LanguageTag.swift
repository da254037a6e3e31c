/// The tag of a language, BCP 47.
public enum LanguageTag {
  /// Whether `tag` has the form of a tag (RFC 5646, section 2.1): subtags of one to eight letters and
  /// digits with hyphens between them, the first of two to eight letters.
  public static func isWellFormed(_ tag: String) -> Bool {
    let subtags = tag.split(separator: "-", omittingEmptySubsequences: false)
    guard let first = subtags.first, (2...8).contains(first.utf8.count),
      first.utf8.allSatisfy(isLetter)
    else { return false }
    return subtags.allSatisfy { subtag in
      (1...8).contains(subtag.utf8.count)
        && subtag.utf8.allSatisfy { isLetter($0) || (0x30...0x39).contains($0) }
    }
  }

  private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
}

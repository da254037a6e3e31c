import Bytes

/// The names of a field: `First von Last and von Last, Jr, First and {A Body}`.
///
/// What `von` says (the words in small letters) leaves with the given names, as in Tocqueville,
/// Alexis de; with the option `useprefix` it stays with the family name.
struct BibTeXNames {
  /// Whether `von` stays with the family name.
  let usesPrefix: Bool

  /// The names that the LaTeX of a field holds.
  func names(_ latex: [UInt8]) -> [SourceName] {
    Self.items(latex).compactMap(name)
  }

  /// The items of a list, which `and` parts outside braces.
  static func items(_ latex: [UInt8]) -> [ArraySlice<UInt8>] {
    split(latex[...]) { bytes, index in
      // `and` with a blank on either side.
      bytes[index].isASCIIWhitespace && index + 4 < bytes.endIndex
        && bytes[index + 1..<index + 4].elementsEqual("and".utf8)
        && bytes[index + 4].isASCIIWhitespace ? 4 : 0
    }.map { $0.trimmingASCIIWhitespace() }
  }

  private func name(_ latex: ArraySlice<UInt8>) -> SourceName? {
    guard !latex.isEmpty else { return nil }
    if latex.elementsEqual("others".utf8) { return SourceName(literal: "others") }
    let parts = Self.split(latex) { $0[$1] == UInt8(ascii: ",") ? 1 : 0 }
    if parts.contains(where: { Self.keyed($0) != nil }) { return keyedName(parts) }
    if parts.count == 1 { return natural(latex) }
    let first = parts[0]
    let given = LaTeXText.text(parts[parts.count > 2 ? 2 : 1])
    let suffix = parts.count > 2 ? LaTeXText.text(parts[1]) : ""
    let words = Self.words(first)
    let von = words.dropLast().lastIndex(where: Self.isSmall).map { $0 + 1 } ?? 0
    return name(
      von: Self.text(words[..<von]), last: Self.text(words[von...]), given: given, suffix: suffix)
  }

  /// `First von Last`; a name all in braces is taken whole.
  private func natural(_ latex: ArraySlice<UInt8>) -> SourceName? {
    let words = Self.words(latex)
    if words.count == 1, latex.first == UInt8(ascii: "{"), latex.last == UInt8(ascii: "}") {
      let text = LaTeXText.text(latex)
      return text.isEmpty ? nil : SourceName(literal: text)
    }
    guard words.count > 1 else {
      return name(von: "", last: Self.text(words[...]), given: "", suffix: "")
    }
    let von = words.dropLast().firstIndex(where: Self.isSmall)
    guard let von else {
      return name(
        von: "", last: Self.text(words.suffix(1)), given: Self.text(words.dropLast()[...]),
        suffix: "")
    }
    let last = (words.dropLast().lastIndex(where: Self.isSmall) ?? von) + 1
    return name(
      von: Self.text(words[von..<last]), last: Self.text(words[last...]),
      given: Self.text(words[..<von]), suffix: "")
  }

  private func name(von: String, last: String, given: String, suffix: String) -> SourceName? {
    guard !last.isEmpty else { return given.isEmpty ? nil : SourceName(literal: given) }
    guard !von.isEmpty else {
      return SourceName.partingParticles(family: last, given: given, suffix: suffix)
    }
    return SourceName(
      family: last, given: given, droppingParticle: usesPrefix ? "" : von,
      nonDroppingParticle: usesPrefix ? von : "", suffix: suffix)
  }

  // MARK: biblatex's `family=…, given=…`

  private static func keyed(_ part: ArraySlice<UInt8>) -> (key: String, value: String)? {
    let trimmed = part.trimmingASCIIWhitespace()
    guard let equals = trimmed.firstIndex(of: UInt8(ascii: "=")) else { return nil }
    let key = trimmed[..<equals].trimmingASCIIWhitespace().text.lowercased()
    let known = ["family", "given", "prefix", "suffix", "useprefix", "given-i", "family-i"]
    guard known.contains(key) else { return nil }
    return (key, LaTeXText.text(trimmed[(equals + 1)...]))
  }

  private func keyedName(_ parts: [ArraySlice<UInt8>]) -> SourceName? {
    var values: [String: String] = [:]
    for part in parts {
      if let (key, value) = Self.keyed(part) { values[key] = value }
    }
    let usesPrefix = values["useprefix"].map { $0 == "true" } ?? self.usesPrefix
    return BibTeXNames(usesPrefix: usesPrefix).name(
      von: values["prefix"] ?? "", last: values["family"] ?? "", given: values["given"] ?? "",
      suffix: values["suffix"] ?? "")
  }

  // MARK: Words

  /// The words of a name, parted at blanks and ties outside braces.
  private static func words(_ latex: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
    split(latex) { $0[$1].isASCIIWhitespace || $0[$1] == UInt8(ascii: "~") ? 1 : 0 }
      .filter { !$0.isEmpty }
  }

  private static func text(_ words: ArraySlice<ArraySlice<UInt8>>) -> String {
    guard let first = words.first, let last = words.last else { return "" }
    var bytes: [UInt8] = Array(first)
    if words.count > 1 {
      for word in words.dropFirst().dropLast() {
        bytes.append(.space)
        bytes.append(contentsOf: word)
      }
      bytes.append(.space)
      bytes.append(contentsOf: last)
    }
    return LaTeXText.text(bytes)
  }

  /// Whether a word begins with a small letter; one in braces has no case, unless they hold a
  /// command: `{\'e}`.
  private static func isSmall(_ word: ArraySlice<UInt8>) -> Bool {
    let isGroup = word.first == UInt8(ascii: "{")
    if isGroup, word.dropFirst().first != .backslash { return false }
    return LaTeXText.text(word.prefix(30)).unicodeScalars.first?.properties.isLowercase ?? false
  }

  /// The parts of `bytes` outside braces, parted where `separator` says how many bytes part them.
  private static func split(
    _ bytes: ArraySlice<UInt8>, at separator: (ArraySlice<UInt8>, Int) -> Int
  ) -> [ArraySlice<UInt8>] {
    var parts: [ArraySlice<UInt8>] = []
    var start = bytes.startIndex
    var index = start
    var depth = 0
    while index < bytes.endIndex {
      let byte = bytes[index]
      if byte == .backslash {
        index += 2
        continue
      }
      if byte == UInt8(ascii: "{") { depth += 1 }
      if byte == UInt8(ascii: "}") { depth -= 1 }
      let width = depth == 0 ? separator(bytes, index) : 0
      if width > 0 {
        parts.append(bytes[start..<index])
        index += width
        start = index
      } else {
        index += 1
      }
    }
    parts.append(bytes[start...])
    return parts
  }
}
